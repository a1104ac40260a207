import { z } from "zod";

/** ISO 8601 with an offset. */
export const timestamp = z.iso.datetime({ offset: true });

/** `root`, or a name as programs give it: letters, digits, `_`, `$`, `-` in parts between dots. */
export const loggerName = z.string().min(1).max(300);

export const loggingIssue = z.object({
  code: z.string(),
  line: z.int().optional(),
  detail: z.string(),
  /** The framework does not take the file at all, or the console does not write it. */
  refused: z.boolean(),
});

/** A level that was set through a console and what it replaced. */
export const override = z.object({
  level: z.string(),
  /** The level at which the logger logged before. */
  was: z.string(),
  by: z.string(),
  at: timestamp,
  until: timestamp.optional(),
  reason: z.string().optional(),
});

/** One logger. `from` tells where its level comes from: changed through a console, the file, an ancestor, the framework. */
export const loggerRow = z.object({
  logger: z.string(),
  level: z.string(),
  from: z.enum(["override", "file", "inherited", "default"]),
  /** The level as written in the file, lookups and all; absent without one. */
  written: z.string().optional(),
  /** Lookups in it that only the pod can answer: `level` holds if they are unset there. */
  assumes: z.array(z.string()),
  line: z.int().optional(),
  inheritedFrom: z.string().optional(),
  override: override.optional(),
});

export const reload = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("every"), seconds: z.number() }),
  z.object({ kind: z.literal("never"), reason: z.enum(["no-monitor-interval", "no-scan"]) }),
]);

const suggestion = z.object({ logger: z.string(), about: z.string() });

export const diffLine = z.object({
  sign: z.enum([" ", "-", "+"]),
  /** The line's number in the text it stands in: the new one, for `-` the former one. */
  number: z.int(),
  text: z.string(),
});

/** The lines that differ, each with two around it. `cut` tells that there are more than were sent. */
export const fileDiff = z.object({
  file: z.string(),
  added: z.int(),
  removed: z.int(),
  hunks: z.array(z.array(diffLine)),
  cut: z.boolean(),
});

export const logLevelView = z.object({
  file: z.string(),
  syntax: z.enum(["log4j2", "logback"]),
  resourceVersion: z.string(),
  reload,
  issues: z.array(loggingIssue),
  loggers: z.array(loggerRow),
  /** Loggers of Flink that one may want to change, with their level now. */
  suggestions: z.array(suggestion.extend({ level: z.string() })),
  levels: z.array(z.string()),
  pods: z.int(),
  /** Why levels can't be changed here; absent where they can. */
  readOnly: z.string().optional(),
  /** Whether pods may be patched: without it a change waits for the kubelet's own sync. */
  mayTouchPods: z.boolean(),
  /** What reverting everything would take back: the file without the changed levels against the file now. */
  diff: fileDiff.optional(),
  /** Whether the whole file may be edited through this console. */
  mayEditFile: z.boolean(),
});

export const loggingFileView = z.object({
  file: z.string(),
  syntax: z.enum(["log4j2", "logback"]),
  text: z.string(),
  resourceVersion: z.string(),
  issues: z.array(loggingIssue),
});

/** Why a step will never be seen. */
export const neverReason = z.enum([
  "no-monitor-interval",
  "no-scan",
  "sub-path",
  "not-mounted",
  "not-in-volume",
  "other-file",
  "file-refused",
]);

/** A step of the way from the ConfigMap to the logger. `seen` has its evidence; nothing else is claimed. */
export const proofStep = z.discriminatedUnion("state", [
  z.object({ state: z.literal("seen"), at: timestamp, afterMs: z.number().optional(), evidence: z.string() }),
  /** Not seen yet; it has to happen until `by`. */
  z.object({ state: z.literal("not-yet"), by: timestamp.optional(), detail: z.string() }),
  /** Had to happen by `since`, and left no trace that would show it. */
  z.object({ state: z.literal("due"), since: timestamp, detail: z.string() }),
  z.object({ state: z.literal("never"), reason: neverReason, detail: z.string() }),
  z.object({ state: z.literal("unknown"), detail: z.string() }),
]);

export const proofPod = z.object({
  pod: z.string(),
  component: z.enum(["jobmanager", "taskmanager", "unknown"]),
  mounted: proofStep,
  /** By logger: each that is changed now or was changed last. */
  effective: z.array(z.object({ logger: z.string(), step: proofStep })),
});

export const proof = z.object({
  file: z.string(),
  /** SHA-256 of the file as the ConfigMap has it, in hex. */
  hash: z.string(),
  /** The last change through a console. */
  change: z
    .object({
      at: timestamp,
      by: z.string(),
      loggers: z.array(z.object({ logger: z.string(), from: z.string(), to: z.string() })),
    })
    .optional(),
  /** From writing to effective at most so many seconds, where pods may be touched; absent where it never is. */
  boundSeconds: z.number().optional(),
  pods: z.array(proofPod),
  /** True when nothing is left that may still be seen. */
  settled: z.boolean(),
  cut: z.boolean(),
});

const countedSteps = z.object({
  seen: z.int(),
  /** Had to happen, and left no trace. */
  due: z.int(),
  never: z.int(),
  unknown: z.int(),
  /** How long after the change the last pod was there, in milliseconds. */
  slowestMs: z.number().optional(),
  /** Why it never is, or why it is not known. */
  why: z.string().optional(),
});

/** What came of a change: in how many pods each step was seen. */
export const levelEffect = z.object({
  pods: z.int(),
  cut: z.boolean(),
  mounted: countedSteps,
  boundSeconds: z.number().optional(),
  loggers: z.array(countedSteps.extend({ logger: z.string(), to: z.string() })),
});

/** Something that happened to the levels of a cluster. */
export const levelEvent = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("changed"),
    at: timestamp,
    by: z.string(),
    /** Levels set, levels taken back, or the whole file written. */
    kind: z.enum(["set", "revert", "file"]),
    reason: z.string().optional(),
    until: timestamp.optional(),
    loggers: z.array(z.object({ logger: z.string(), from: z.string(), to: z.string() })),
  }),
  z.object({ what: z.literal("effect"), at: timestamp, changedAt: timestamp, effect: levelEffect }),
]);

export type LogLevelView = z.infer<typeof logLevelView>;
export type LoggerRow = z.infer<typeof loggerRow>;
export type LoggingIssueView = z.infer<typeof loggingIssue>;
export type FileDiff = z.infer<typeof fileDiff>;
export type LoggingFileView = z.infer<typeof loggingFileView>;
export type Proof = z.infer<typeof proof>;
export type LevelEffect = z.infer<typeof levelEffect>;
export type LevelEvent = z.infer<typeof levelEvent>;
export type ProofPod = z.infer<typeof proofPod>;
export type ProofStep = z.infer<typeof proofStep>;
export type NeverReason = z.infer<typeof neverReason>;

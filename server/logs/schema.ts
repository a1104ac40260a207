import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { logLevels } from "../flink/log-records/log-level.ts";
import { operation } from "../operation.schema.ts";

/** The container that runs Flink in every pod that Flink makes. */
export const mainContainer = "flink-main-container";

const podName = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "is not the name of a pod");
const timestamp = z.iso.datetime({ offset: true, precision: null });
/** A time, or a span back from now such as `15m`. */
const since = z.union([
  timestamp,
  z.string().regex(/^\d{1,6}[smhd]$/, "is neither a time nor a span such as 15m, 2h, 1d"),
]);
const level = z.enum(logLevels);
/** Query strings know no booleans: `true`, `1`, `yes` and their opposites. */
const flag = z.union([z.boolean(), z.stringbool()]);

/** Which records of a cluster's logs, by what they are. What is left out is not asked for. */
export const logSelection = z.object({
  /** By name; default all pods of the cluster, present and to come, and those whose logs were kept. */
  pods: z.array(podName).max(500).optional(),
  withoutPods: z.array(podName).max(500).optional(),
  /** `*` means all of a pod's containers. */
  container: z.union([z.literal("*"), z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/)]).default(mainContainer),
  /** The container's run before its last restart, as the kubelet still has it. */
  previous: flag.default(false),
  since: since.optional(),
  until: timestamp.optional(),
  /** At least that bad. */
  level: level.optional(),
  /** Exactly these; `NONE` is what no pattern fits. */
  levels: z
    .array(z.enum([...logLevels, "NONE"]))
    .max(7)
    .optional(),
  /** Names of loggers, each with all below it. */
  loggers: z.array(z.string().min(1).max(300)).max(50).optional(),
  withoutLoggers: z.array(z.string().min(1).max(300)).max(100).optional(),
  /** In any line of the record. */
  text: z.string().min(1).max(500).optional(),
  /** `text` is a regular expression in RE2's syntax: no look-around, no back references, linear time. */
  regex: flag.default(false),
  caseSensitive: flag.default(false),
  /** So many records before and after each that fits. */
  contextRecords: z.coerce.number().int().min(0).max(20).default(0),
});

/** Names a line. `container` is left out for the main one. */
export const logCursor = z.object({
  pod: podName,
  container: z.string().max(63).optional(),
  at: z.string().length(30),
  nth: z.number().int().min(0),
});

export type LogCursor = z.infer<typeof logCursor>;

/** A record of the stream: an event with the lines that follow it. `line` is its first line exactly as printed. */
export const streamRecord = z.object({
  type: z.literal("record"),
  at: z.string(),
  /** Its place among the lines of its container at that time: with `at`, `pod` and `container` it is its name. */
  nth: z.number(),
  pod: z.string(),
  /** Left out for the main container. */
  container: z.string().optional(),
  line: z.string(),
  level: level.optional(),
  logger: z.string().optional(),
  thread: z.string().optional(),
  /** Where the message begins and ends in `line`; left out where it begins at 0 and ends with the line. */
  messageAt: z.number().optional(),
  messageEnd: z.number().optional(),
  more: z.array(z.string()).optional(),
  /** Names its last line, when it has more than one. */
  last: z.object({ at: z.string(), nth: z.number() }).optional(),
  /** These are more lines of the record of this pod before it. */
  continues: z.literal(true).optional(),
  /** Bytes left out of lines over 64 KiB. */
  cutBytes: z.number().optional(),
  /** Does not fit the selection itself, but stands beside one that does. */
  context: z.literal(true).optional(),
});
export type StreamRecord = z.infer<typeof streamRecord>;

/** Where lines are missing, or may be. */
export const gap = z.object({
  type: z.literal("gap"),
  at: z.string(),
  pod: z.string(),
  container: z.string().optional(),
  from: z.string(),
  to: z.string(),
  reason: z.enum(["rotated", "not-watched", "over-budget", "refused", "kubelet", "too-fast"]),
  detail: z.string().optional(),
});
export type LogGap = z.infer<typeof gap>;

const came = z.object({ type: z.enum(["joined", "left"]), at: z.string(), pod: z.string() });
const thinned = z.object({
  type: z.literal("thinned"),
  at: z.string(),
  lines: z.number(),
  from: z.string(),
  to: z.string(),
});

/** What was read so far, whether it fits or not, and how much of it fits. */
export const logCounts = z.object({
  type: z.literal("counts"),
  read: z.number(),
  matched: z.number(),
  levels: z.record(z.string(), z.number()),
  pods: z.record(z.string(), z.number()),
  /** The most frequent ones. */
  loggers: z.record(z.string(), z.number()),
  /**
   * Spans of time that changed since the last counts, with the records of each level of `countedLevels`. A span is the
   * beginning that its timestamps share: `2026-11-24T23:11` is a minute, `2026-11-24T23:11:4` are ten seconds, for views
   * of up to two hours.
   */
  spans: z.record(z.string(), z.array(z.number())),
  /** The last line counted of each container that changed: a stream that goes on after these counts nothing twice. */
  seen: z.array(logCursor),
});
export type LogCounts = z.infer<typeof logCounts>;
/** The order of the numbers in `spans`. */
export const countedLevels = [...logLevels, "NONE"] as const;
export type CountedLevel = (typeof countedLevels)[number];

export const streamItem = z.discriminatedUnion("type", [
  streamRecord,
  gap,
  came,
  thinned,
  logCounts,
  /** So many of the selection are older than the newest that were asked for by `tail`. */
  z.object({ type: z.literal("earlier"), records: z.number() }),
  /** What was there has been read; what comes now is new. */
  z.object({ type: z.literal("live"), at: z.string() }),
  z.object({ type: z.literal("heartbeat"), at: z.string() }),
  z.object({ type: z.literal("end") }),
]);
export type StreamItem = z.infer<typeof streamItem>;

/** POST, because the cursors of many pods do not fit into an address. It changes nothing. */
export const streamLogsOperation = operation({
  id: "streamLogs",
  method: "POST",
  path: `${clusterPath}/logs/stream`,
  summary: "Streams the records of a cluster's pods in order of time, history first, then as they come.",
  params: clusterAddress,
  body: logSelection.extend({
    follow: z.boolean().default(true),
    /** At most so many records of history, the newest. */
    tail: z.number().int().min(0).max(50_000).optional(),
    /** The last line seen of each container: the stream goes on after them. */
    after: z.array(logCursor).max(1_000).optional(),
    /** Sends `counts` on the way. */
    counts: z.boolean().default(false),
  }),
  answer: streamItem,
  streams: "application/x-ndjson",
});

export const downloadLogsOperation = operation({
  id: "downloadLogs",
  method: "GET",
  path: `${clusterPath}/logs/download`,
  summary: "The same records as text, each line as it was printed, led by its pod.",
  params: clusterAddress,
  query: logSelection,
  answer: z.string(),
  streams: "text/plain",
});

export const downloadGzippedLogsOperation = operation({
  id: "downloadGzippedLogs",
  method: "GET",
  path: `${clusterPath}/logs/download.gz`,
  summary: "The same text, gzipped.",
  params: clusterAddress,
  query: logSelection,
  answer: z.string(),
  streams: "application/gzip",
});

/** A pod whose logs can be read: it is there, or its logs were kept. */
export const logPod = z.object({
  pod: z.string(),
  role: z.enum(["jobmanager", "taskmanager", "other"]),
  containers: z.array(z.string()),
  state: z.enum(["running", "ended", "kept"]),
  restarts: z.number(),
  /** Bytes that its kept logs take on disk. */
  keptBytes: z.number(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type LogPod = z.infer<typeof logPod>;

export const listLogPodsOperation = operation({
  id: "listLogPods",
  method: "GET",
  path: `${clusterPath}/logs/pods`,
  summary: "The pods whose logs can be read, those that are gone among them, and what keeping them costs.",
  params: clusterAddress,
  answer: z.object({
    pods: z.array(logPod),
    keeping: z.object({
      /** Whether the console records this cluster's logs. */
      on: z.boolean(),
      /** False where the console's settings have switched it off altogether. */
      possible: z.boolean(),
      bytes: z.number(),
      budgetBytes: z.number(),
      totalBytes: z.number(),
      totalBudgetBytes: z.number(),
      ageDays: z.number(),
    }),
  }),
});

export const keepLogsOperation = operation({
  id: "keepLogs",
  method: "PUT",
  path: `${clusterPath}/logs/keeping`,
  summary: "Switches the recording of this cluster's logs on or off. What was kept stays until its budget or age ends.",
  params: clusterAddress,
  body: z.object({ on: z.boolean() }),
  answer: z.object({ on: z.boolean() }),
});

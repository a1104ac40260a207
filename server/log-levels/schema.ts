import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { operation } from "../operation.schema.ts";
import {
  fileDiff,
  levelEvent,
  loggerName,
  loggingFileView,
  logLevelView,
  proof,
  timestamp,
} from "./log-level-view.schema.ts";

const path = `${clusterPath}/log-levels`;

const levelChange = z.object({
  logger: loggerName,
  /** One of the framework's levels or of the file's own, in any case. */
  level: z.string().min(1).max(40),
  /** What the file said when the person decided, null for no level of its own: another's change in between is refused. */
  seen: z.string().max(200).nullable().optional(),
});

/** What was written, or with `dryRun` what would be. */
const written = z.object({
  diff: fileDiff,
  /** Absent for a dry run. */
  writtenAt: timestamp.optional(),
  /** Pods whose kubelet was told to look at once, and why others were not. */
  touched: z.int(),
  notTouched: z.string().optional(),
});

export const listLoggersOperation = operation({
  id: "listLoggers",
  method: "GET",
  path,
  summary: "The loggers of a cluster's logging file, their levels and where these come from",
  params: clusterAddress,
  answer: logLevelView,
});

export const listSeenLoggersOperation = operation({
  id: "listSeenLoggers",
  method: "GET",
  path: `${path}/seen`,
  summary: "Loggers in the last lines of the pods' logs, with how often they were seen",
  params: clusterAddress,
  answer: z.object({
    loggers: z.array(z.object({ logger: z.string(), lines: z.int() })),
    /** How many lines of how many pods were read. */
    lines: z.int(),
    pods: z.int(),
  }),
});

export const changeLogLevelsOperation = operation({
  id: "changeLogLevels",
  method: "PATCH",
  path,
  summary: "Set the level of one logger or of several, until it is reverted, for a while or until a time",
  params: clusterAddress,
  body: z.object({
    changes: z.array(levelChange).min(1).max(50),
    /** Ends by itself at that time, while a console runs. */
    until: timestamp.optional(),
    /** The same, counted from now by the console's clock. */
    forSeconds: z.int().min(5).max(2_592_000).optional(),
    reason: z.string().trim().max(300).optional(),
    dryRun: z.boolean().default(false),
  }),
  answer: written,
});

export const revertLogLevelsOperation = operation({
  id: "revertLogLevels",
  method: "POST",
  path: `${path}/revert`,
  summary: "Take changed levels back to what the file said before",
  params: clusterAddress,
  /** Without `loggers`, all of them. */
  body: z.object({ loggers: z.array(loggerName).min(1).max(200).optional() }),
  answer: written.extend({
    reverted: z.array(z.object({ logger: z.string(), level: z.string() })),
    /** Somebody has changed these in the file since: they keep what that person wrote. */
    keptAsChanged: z.array(z.object({ logger: z.string(), level: z.string().nullable() })),
  }),
});

export const readProofOperation = operation({
  id: "readLogLevelProof",
  method: "GET",
  path: `${path}/proof`,
  summary: "For each pod whether the file as it is now is mounted and whether the changed levels are in effect",
  params: clusterAddress,
  answer: proof,
});

export const listLevelEventsOperation = operation({
  id: "listLogLevelEvents",
  method: "GET",
  path: `${path}/events`,
  summary: "Changes of levels, by whichever console, and what was seen of their effect, newest first",
  params: clusterAddress,
  answer: z.object({ events: z.array(levelEvent), cut: z.boolean() }),
});

export const readLoggingFileOperation = operation({
  id: "readLoggingFile",
  method: "GET",
  path: `${path}/file`,
  summary: "The whole logging file",
  params: clusterAddress,
  answer: loggingFileView,
});

export const checkLoggingFileOperation = operation({
  id: "checkLoggingFile",
  method: "POST",
  path: `${path}/file-checks`,
  summary: "What speaks against a new text of the logging file, and what it would change; nothing is written",
  params: clusterAddress,
  body: z.object({ text: z.string().max(1_048_576) }),
  answer: loggingFileView.pick({ issues: true }).extend({ diff: fileDiff, writable: z.boolean() }),
});

export const replaceLoggingFileOperation = operation({
  id: "replaceLoggingFile",
  method: "PUT",
  path: `${path}/file`,
  summary: "Replace the whole logging file; what can run code is refused unless the console's settings allow it",
  params: clusterAddress,
  body: z.object({
    text: z.string().max(1_048_576),
    /** Of the text that was edited: a file that was changed since is refused. */
    resourceVersion: z.string().min(1).max(100),
    reason: z.string().trim().max(300).optional(),
  }),
  answer: written,
});

export const addMonitorIntervalOperation = operation({
  id: "addMonitorInterval",
  method: "POST",
  path: `${path}/monitor-interval`,
  summary: "Let log4j look at its file again and again; pods started from then on do, those that run do not",
  params: clusterAddress,
  body: z.object({ seconds: z.int().min(1).max(3_600).default(30), dryRun: z.boolean().default(false) }),
  answer: written,
});

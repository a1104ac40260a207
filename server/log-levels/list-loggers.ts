import type { Caller, ClusterAddress } from "../caller.ts";
import { env } from "../env.ts";
import { effectiveLevel, type LoggerEntry } from "../flink/log4j/logging-file.ts";
import { wellKnownLoggers } from "../flink/log4j/well-known-loggers.ts";
import type { LoggerRow, LogLevelView } from "./log-level-view.schema.ts";
import { type ClusterLogging, readClusterLogging } from "./parts/cluster-logging.ts";
import { revertLevels } from "./parts/edit-levels.ts";
import { fileDiff } from "./parts/file-diff.ts";
import { configMapName } from "./parts/kubernetes-objects.ts";
import { levelsOf, toOuter, writtenLevel } from "./parts/logging-syntax.ts";

/** The loggers of a cluster's logging file, changed ones first, and all that is to be known before changing one. */
export async function listLoggers(address: ClusterAddress, caller: Caller): Promise<LogLevelView> {
  const logging = await readClusterLogging(address, caller);
  const door = caller.kubernetes(address.context);
  const [mayWrite, mayTouchPods] = await Promise.all([
    door.may({
      verb: "patch",
      resource: "configmaps",
      namespace: address.namespace,
      name: configMapName(address.clusterId),
    }),
    door.may({ verb: "patch", resource: "pods", namespace: address.namespace }),
  ]);
  const refused = "Kubernetes does not let you patch this ConfigMap.";
  const readOnly = logging.readOnly ?? (mayWrite ? undefined : refused);
  return {
    file: logging.name,
    syntax: logging.syntax,
    resourceVersion: logging.resourceVersion,
    reload: logging.file.reload,
    issues: [...logging.file.issues],
    loggers: rowsOf(logging),
    suggestions: wellKnownLoggers.map((each) => ({ ...each, level: effectiveLevel(logging.file, each.logger).level })),
    levels: levelsOf(logging.file),
    pods: logging.pods.length,
    ...(readOnly !== undefined && { readOnly }),
    mayTouchPods,
    ...(overridesDiff(logging) ?? {}),
    mayEditFile: readOnly === undefined && env.DREY_LOG_FILE_EDITING !== "off",
  };
}

/** Absent where nothing is changed, and where the file can't be read to be edited. */
function overridesDiff(logging: ClusterLogging): Pick<LogLevelView, "diff"> | undefined {
  const loggers = Object.keys(logging.kept.overrides);
  if (loggers.length === 0 || logging.file.issues.some(({ code }) => code === "malformed")) return undefined;
  const { text } = revertLevels(logging, loggers, { by: "", at: "" });
  return { diff: fileDiff(logging.name, text, logging.text) };
}

function rowsOf(logging: ClusterLogging): LoggerRow[] {
  const own = new Map(logging.file.loggers.map((entry) => [entry.name, entry]));
  const rows = [...own.values()].map((entry) => rowOf(logging, entry));
  const root = own.has("") ? [] : [rootRow(logging)];
  const rank = ({ from, logger }: LoggerRow) => (from === "override" ? 0 : logger === "root" ? 1 : 2);
  return [...root, ...rows].toSorted((one, other) => rank(one) - rank(other));
}

function rootRow(logging: ClusterLogging): LoggerRow {
  return { logger: "root", level: effectiveLevel(logging.file, "").level, from: "default", assumes: [] };
}

function rowOf(logging: ClusterLogging, entry: LoggerEntry): LoggerRow {
  const logger = toOuter(entry.name);
  const { level, from, ancestor } = effectiveLevel(logging.file, entry.name);
  const kept = logging.kept.overrides[logger];
  const inForce = kept?.file === logging.name && writtenLevel(logging.file, logger) === kept.level ? kept : undefined;
  return {
    logger,
    level,
    from: inForce ? "override" : from === "own" ? "file" : from,
    ...(entry.written !== undefined && { written: entry.written }),
    assumes: [...(ancestor?.assumes ?? [])],
    line: entry.line,
    ...(from === "inherited" && ancestor && { inheritedFrom: toOuter(ancestor.name) }),
    ...(inForce && { override: overrideOf(inForce) }),
  };
}

function overrideOf({ level, was, by, at, until, reason }: NonNullable<ClusterLogging["kept"]["overrides"][string]>) {
  return { level, was, by, at, ...(until !== undefined && { until }), ...(reason !== undefined && { reason }) };
}

/**
 * What differs between Flink versions. The only place that compares them: everything else asks for a rule by name.
 */

export const flinkMinors = ["1.20", "2.0", "2.1", "2.2", "2.3"] as const;
export type FlinkMinor = (typeof flinkMinors)[number];

/** The newest patch release known of each minor, for specs that name only the minor. */
const newestPatch: Readonly<Record<FlinkMinor, string>> = {
  "1.20": "1.20.5",
  "2.0": "2.0.2",
  "2.1": "2.1.3",
  "2.2": "2.2.1",
  "2.3": "2.3.0",
};

const oldLogFiles = ["logback-console.xml", "log4j-console.properties"];
const allLogFiles = [
  "logback.xml",
  "log4j.properties",
  "logback-console.xml",
  "log4j-console.properties",
  "logback-session.xml",
  "log4j-session.properties",
  "log4j-cli.properties",
];

export interface FlinkRules {
  readonly minor: FlinkMinor;
  /** Full version such as `2.3.0`. */
  readonly version: string;
  /** `exact`, or why the rules of another minor are used. */
  readonly match: "exact" | "older-than-known" | "newer-than-known";
  readonly defaultImage: string;
  /** Action of `flink` that deploys an application. */
  readonly applicationAction: "run" | "run-application";
  /** Whether `flink-conf.yaml` is read, and written when it was. */
  readonly legacyConfigurationFile: boolean;
  /** Whether empty lists set by the client are written as `[]`. */
  readonly writesEmptyLists: boolean;
  /** Logging files of the client's conf folder that are shipped, in the order of the volume's items. */
  readonly shippedLogFiles: readonly string[];
  /** What a JobManager's memory error starts with. */
  readonly jobManagerMemoryErrorPrefix: string;
  /** `jobmanager.heap.size`, `taskmanager.heap.size` and older network options stand in for the process size. */
  readonly legacyMemoryOptions: boolean;
  readonly isoDurations: boolean;
  readonly yamlInListItems: boolean;
  readonly serviceLabels: boolean;
  readonly persistentVolumeClaims: boolean;
  /** The stock configuration opens `sun.net.util` to Flink. */
  readonly stockExportsNetUtil: boolean;
  /** The stock logging files have a logger for Python workers. */
  readonly stockLogsPythonWorker: boolean;
}

interface Parsed {
  readonly major: number;
  readonly minor: number;
  readonly patch: string | undefined;
}

function parse(version: string): Parsed | undefined {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:[-+.].*)?$/.exec(version.trim());
  return match ? { major: Number(match[1]), minor: Number(match[2]), patch: match[3] } : undefined;
}

function nearestMinor({ major, minor }: Parsed): { minor: FlinkMinor; match: FlinkRules["match"] } {
  const exact = flinkMinors.find((known) => known === `${major}.${minor}`);
  if (exact) return { minor: exact, match: "exact" };
  if (major < 1 || (major === 1 && minor < 20)) return { minor: "1.20", match: "older-than-known" };
  return { minor: major === 1 ? "1.20" : "2.3", match: "newer-than-known" };
}

/**
 * The rules of a Flink version such as `2.3.0` or `2.3`.
 *
 * Versions older or newer than the known ones get the rules of the nearest; `match` says so. Undefined where the text
 * is no version at all.
 */
export function flinkRules(version: string): FlinkRules | undefined {
  const parsed = parse(version);
  if (!parsed) return undefined;
  const { minor, match } = nearestMinor(parsed);
  const at = flinkMinors.indexOf(minor);
  const since = (first: FlinkMinor) => at >= flinkMinors.indexOf(first);
  const full = parsed.patch
    ? `${parsed.major}.${parsed.minor}.${parsed.patch}`
    : match === "exact"
      ? newestPatch[minor]
      : `${parsed.major}.${parsed.minor}.0`;
  return {
    minor,
    match,
    version: full,
    defaultImage: `apache/flink:${full}-scala_2.12`,
    applicationAction: since("2.0") ? "run" : "run-application",
    legacyConfigurationFile: !since("2.0"),
    writesEmptyLists: !since("2.0"),
    shippedLogFiles: since("2.1") ? allLogFiles : oldLogFiles,
    jobManagerMemoryErrorPrefix: since("2.0") ? "" : "JobManager memory configuration failed: ",
    legacyMemoryOptions: !since("2.0"),
    isoDurations: since("2.0"),
    yamlInListItems: since("2.0"),
    serviceLabels: since("2.2"),
    persistentVolumeClaims: since("2.3"),
    stockExportsNetUtil: !since("2.0"),
    stockLogsPythonWorker: since("2.3"),
  };
}

/** What the last lines of a JobManager's log tell about its end. */
export interface LogVerdict {
  /** The line that says why, without what stands before its message. */
  readonly cause: string | undefined;
  /** The right that Kubernetes refused to the JobManager. */
  readonly missingRight?: { readonly serviceAccount: string; readonly verb: string; readonly resource: string };
  /** What to do, where the cause is a known one. */
  readonly hint?: string;
}

const causeLimit = 300;

/** Kubernetes' own sentence about a refused request, as Flink's client logs it. */
const refusal = /User "system:serviceaccount:[^:"]+:([^"]+)" cannot (\w+) resource "([^"]+)"/;

const hints: readonly (readonly [RegExp, string])[] = [
  [/OutOfMemoryError: Java heap space/, "Raise jobmanager.memory.process.size: the heap is too small."],
  [/OutOfMemoryError: Metaspace/, "Raise jobmanager.memory.jvm-metaspace.size."],
  [/OutOfMemoryError: Direct buffer memory/, "Raise jobmanager.memory.off-heap.size."],
  [
    /UnsupportedClassVersionError/,
    "The jar was built for a newer Java than the image has: use an image with that Java.",
  ],
  [
    /ClassNotFoundException|NoClassDefFoundError|Could not find or load main class/,
    "Check that the jar or the image holds that class.",
  ],
  [
    /NoSuchFileException|FileNotFoundException|JAR file does not exist/,
    "Check the path: it is a path inside the image or of a mounted volume.",
  ],
  [/IllegalConfigurationException/, "Correct that option and create the cluster anew."],
  [
    /BindException|Address already in use/,
    "Another process has the port: choose another one, or do without the host's network.",
  ],
  [/UnknownHostException/, "Check the host's name, and that pods can resolve it."],
];

/** Finds the reason in a log's last lines. They are text from outside and prove nothing: shown, never acted upon. */
export function readLogVerdict(lines: readonly string[]): LogVerdict {
  const cause = causeOf(lines);
  const refused = lines.map((line) => refusal.exec(line)).findLast((match) => match !== null);
  if (refused) {
    const [, serviceAccount = "", verb = "", resource = ""] = refused;
    return { cause, missingRight: { serviceAccount, verb, resource } };
  }
  const hint = hints.find(([pattern]) => pattern.test(cause ?? ""))?.[1];
  return { cause, ...(hint !== undefined && { hint }) };
}

/** The last «Caused by», else the last line that names an error, else the last line that says anything. */
function causeOf(lines: readonly string[]): string | undefined {
  const spoken = lines.filter((line) => line.trim() !== "" && !/^\s*(at |\.\.\. \d+ more|WARNING:)/.test(line));
  const cause =
    spoken.findLast((line) => /^\s*Caused by: /.test(line)) ??
    spoken.findLast((line) => /\b\w*(Exception|Error)\b/.test(line)) ??
    spoken.at(-1);
  return cause === undefined ? undefined : shortened(cause);
}

/** Without the time, level and logger in front of a message and the packages of the exception's class. */
function shortened(line: string): string {
  const message = line
    .trim()
    .replace(/^\d{4}-\d\d-\d\d[ T][\d:,.]+\s+\w+\s+\S+\s+\[[^\]]*\] - /, "")
    .replace(/^(?:Caused by|Exception in thread "[^"]*"):? /, "")
    .replace(/^(?:[a-z]\w*\.)+(?=[A-Z])/, "");
  return message.length > causeLimit ? `${message.slice(0, causeLimit)}…` : message;
}

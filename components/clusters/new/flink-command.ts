import { configurationOf, type Draft } from "./draft.ts";
import { splitArguments } from "./program-arguments.ts";

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The same cluster as a command of Flink's own client, one option a line. */
export function flinkCommand(draft: Draft): string {
  const options = Object.entries(configurationOf(draft))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => quoted(`-D${key}=${value}`));
  if (draft.mode === "session") return ["bin/kubernetes-session.sh", ...options].join(" \\\n  ");
  const { entryClass, parallelism, savepointPath, jarUri } = draft;
  const words = [
    // `run-application` went in Flink 2.0 and `run -t kubernetes-application` came in its place.
    draft.flinkVersion.startsWith("1.") ? "bin/flink run-application" : "bin/flink run",
    "-t kubernetes-application",
    ...options,
    ...(entryClass.trim() === "" ? [] : [`-c ${quoted(entryClass.trim())}`]),
    ...(parallelism.trim() === "" ? [] : [`-p ${quoted(parallelism.trim())}`]),
    ...(savepointPath.trim() === "" ? [] : [`-s ${quoted(savepointPath.trim())}`]),
    ...(savepointPath.trim() !== "" && draft.allowNonRestoredState ? ["-n"] : []),
    [jarUri.trim() || "JAR", ...splitArguments(draft.programArguments)].map(quoted).join(" "),
  ];
  return words.join(" \\\n  ");
}

import type { ApplicationSpec, ClusterSpec } from "../cluster-spec.ts";
import { flinkRules } from "../versions.ts";
import { pythonFlags } from "./flink-flags.ts";

/**
 * The command of Flink's own that stands for a spec, as words. `parseCommandLine` reads it back into the same spec,
 * files apart: they stay on the disk of whoever runs it.
 */
export function commandWords(spec: ClusterSpec): readonly string[] {
  const options = Object.entries(spec.configuration).map(([key, value]) => `-D${key}=${value}`);
  if (spec.mode === "session") return ["kubernetes-session.sh", ...options];
  const action = flinkRules(spec.flinkVersion)?.applicationAction ?? "run";
  const program = spec.application ? programWords(spec.application) : [];
  return ["flink", action, "--target", "kubernetes-application", ...options, ...program];
}

/** The same as one text for a shell, an option a line. */
export function printCommandLine(spec: ClusterSpec): string {
  return commandWords(spec).map(quoteForShell).join(" \\\n  ");
}

function programWords(application: ApplicationSpec): string[] {
  const { savepoint, python } = application;
  return [
    ...flag("-c", application.entryClass),
    ...flag("-p", application.parallelism?.toString()),
    ...(application.classpaths ?? []).flatMap((url) => flag("-C", url)),
    ...(savepoint ? savepointWords(savepoint) : []),
    ...(application.detached ? ["-d"] : []),
    ...(application.shutdownOnAttachedExit ? ["-sae"] : []),
    ...flag("-py", python?.file),
    ...flag("-pym", python?.module),
    ...Object.entries(pythonFlags).flatMap(([short, key]) => flag(`-${short}`, python?.options[key])),
    // What follows is the jar and its arguments, even where they look like flags.
    "--",
    ...(application.jarUri === undefined ? [] : [application.jarUri]),
    ...application.arguments,
  ];
}

function savepointWords(savepoint: NonNullable<ApplicationSpec["savepoint"]>): string[] {
  const { path, allowNonRestoredState, claimMode } = savepoint;
  const claim = claimMode === "NO_CLAIM" ? [] : ["-cm", claimMode];
  return [...flag("-s", path), ...(allowNonRestoredState ? ["-n"] : []), ...claim];
}

function flag(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}

function quoteForShell(word: string): string {
  return /^[-\w@%+=:,./]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

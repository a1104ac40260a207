import type { CliOption } from "./commons-cli.ts";

/** The flags of Flink's commands. Flink: GenericCLI, CliFrontendParser, DefaultCLI. */

export const sessionFlags: readonly CliOption[] = [
  { short: "e", long: "executor", values: 1 },
  { short: "t", long: "target", values: 1 },
  { short: "D", values: 2 },
];

/** Flags of Python programs whose value is an option of its own. */
export const pythonFlags = {
  pyfs: "python.files",
  pyreq: "python.requirements",
  pyarch: "python.archives",
  pyexec: "python.executable",
  pyclientexec: "python.client.executable",
  pypath: "python.pythonpath",
} as const;

export const applicationFlags: readonly CliOption[] = [
  ...sessionFlags,
  { short: "h", long: "help", values: 0 },
  { short: "v", long: "verbose", values: 0 },
  { short: "j", long: "jarfile", values: 1 },
  { short: "c", long: "class", values: 1 },
  { short: "C", long: "classpath", values: 1 },
  { short: "p", long: "parallelism", values: 1 },
  { short: "a", long: "arguments", values: "any" },
  { short: "d", long: "detached", values: 0 },
  { short: "sae", long: "shutdownOnAttachedExit", values: 0 },
  { short: "yd", long: "yarndetached", values: 0 },
  { short: "py", long: "python", values: 1 },
  { short: "pym", long: "pyModule", values: 1 },
  { short: "pyfs", long: "pyFiles", values: 1 },
  { short: "pyreq", long: "pyRequirements", values: 1 },
  { short: "pyarch", long: "pyArchives", values: 1 },
  { short: "pyexec", long: "pyExecutable", values: 1 },
  { short: "pyclientexec", long: "pyClientExecutable", values: 1 },
  { short: "pypath", long: "pyPythonPath", values: 1 },
  { short: "s", long: "fromSavepoint", values: 1 },
  { short: "n", long: "allowNonRestoredState", values: 0 },
  { short: "cm", long: "claimMode", values: 1 },
  { short: "rm", long: "restoreMode", values: 1 },
  { short: "z", long: "zookeeperNamespace", values: 1 },
  { short: "m", long: "jobmanager", values: 1 },
];

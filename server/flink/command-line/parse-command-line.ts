import type { ClusterSpec } from "../cluster-spec.ts";
import { IssueCollector, Refusal } from "../issue-collector.ts";
import type { RenderIssue } from "../resources/rendering.ts";
import { flinkRules } from "../versions.ts";
import { applicationOf, type Flags } from "./application-flags.ts";
import { CliError, type CliLine, type CliOption, parseOptions } from "./commons-cli.ts";
import { applicationFlags, sessionFlags } from "./flink-flags.ts";

export type ParsedCommandLine =
  | { readonly kind: "parsed"; readonly spec: ClusterSpec; readonly warnings: readonly RenderIssue[] }
  | { readonly kind: "refused"; readonly issues: readonly [RenderIssue, ...RenderIssue[]] };

/**
 * Reads one of Flink's own command lines, already split into words, into a spec:
 * `kubernetes-session.sh …` or `flink run-application|run --target kubernetes-application …`.
 *
 * Files are not read: what options name stays a path, for the caller to fill `files` with.
 * Flink: KubernetesSessionCli, CliFrontend.
 */
export function parseCommandLine(words: readonly string[], flinkVersion: string): ParsedCommandLine {
  const issues = new IssueCollector();
  const warnings: RenderIssue[] = [];
  const spec = issues.attempt(() => specOf(words, flinkVersion, warnings));
  const [first, ...others] = issues.issues;
  if (first) return { kind: "refused", issues: [first, ...others] };
  if (!spec) return { kind: "refused", issues: [{ code: "command-unknown", detail: "The command can't be read." }] };
  return { kind: "parsed", spec, warnings };
}

function specOf(words: readonly string[], flinkVersion: string, warnings: RenderIssue[]): ClusterSpec {
  const [command = "", ...tokens] = words;
  const program = command.split("/").at(-1);
  if (program === "kubernetes-session.sh") return sessionOf(tokens, flinkVersion, warnings);
  if (program === "flink") return applicationSpecOf(tokens, flinkVersion, warnings);
  const known = "kubernetes-session.sh …, or flink run --target kubernetes-application …";
  throw new Refusal({
    code: "command-unknown",
    detail: `'${command}' does not create a cluster. Expected is ${known}.`,
  });
}

function sessionOf(tokens: readonly string[], flinkVersion: string, warnings: RenderIssue[]): ClusterSpec {
  const line = readLine(sessionFlags, tokens);
  if (line.rest.length > 0) {
    warnings.push({
      code: "words-ignored",
      detail: `kubernetes-session.sh stops reading at '${line.rest[0]}': it and what follows has no effect.`,
    });
  }
  return { mode: "session", flinkVersion, configuration: propertiesOf(line) };
}

function applicationSpecOf(tokens: readonly string[], flinkVersion: string, warnings: RenderIssue[]): ClusterSpec {
  const [action = "", ...rest] = tokens;
  if (action !== "run" && action !== "run-application") {
    throw new Refusal({ code: "command-unknown", detail: `'flink ${action}' does not create a cluster.` });
  }
  const line = readLine(applicationFlags, rest);
  const flags = flagsOf(line);
  const configuration = propertiesOf(line);
  checkTarget(configuration["execution.target"] ?? flags.value("t") ?? flags.value("e"));
  const expected = flinkRules(flinkVersion)?.applicationAction;
  if (expected && expected !== action) {
    warnings.push({
      code: "action-of-other-version",
      detail: `Flink ${flinkVersion} deploys applications with 'flink ${expected}', not 'flink ${action}'.`,
    });
  }
  return { mode: "application", flinkVersion, configuration, application: applicationOf(flags, line.rest) };
}

function checkTarget(target: string | undefined): void {
  if (target?.toLowerCase() === "kubernetes-application") return;
  const said = target === undefined ? "no target" : `the target '${target}'`;
  throw new Refusal({
    field: "execution.target",
    code: "target-unsupported",
    detail: `The command has ${said}. Only 'kubernetes-application' creates an application cluster.`,
  });
}

function readLine(options: readonly CliOption[], tokens: readonly string[]): CliLine {
  try {
    return parseOptions(options, tokens);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw new Refusal({ code: "command-unreadable", detail: `${error.message}.` });
  }
}

/** `-Dkey` alone means true; of a key given twice the last counts. */
function propertiesOf(line: CliLine): Record<string, string> {
  const given = line.uses.get("D") ?? [];
  return Object.fromEntries(given.map(([key = "", value = "true"]) => [key, value]));
}

function flagsOf(line: CliLine): Flags {
  const uses = (short: string) => line.uses.get(short) ?? [];
  return {
    has: (short) => line.uses.has(short),
    value: (short) => uses(short)[0]?.[0],
    values: (short) => uses(short).flat(),
  };
}

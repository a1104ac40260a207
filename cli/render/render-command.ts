import { parseArgs } from "node:util";
import type { ClusterSpec } from "../../server/flink/cluster-spec.ts";
import { parseCommandLine } from "../../server/flink/command-line/parse-command-line.ts";
import { splitShellWords } from "../../server/flink/command-line/split-shell-words.ts";
import { schemeOf } from "../../server/flink/configuration/java-uri.ts";
import { generatedClusterId } from "../../server/flink/generated-cluster-id.ts";
import { renderCluster } from "../../server/flink/resources/render-cluster.ts";
import type { RenderIssue } from "../../server/flink/resources/rendering.ts";
import type { Command } from "../command.ts";
import { withFiles } from "./client-files.ts";
import { jsonOutput, yamlOutput } from "./output.ts";

const usage = `usage: drey render [--flink-version VERSION] [--conf-dir DIR] [-o yaml|json] -- COMMAND...

Prints the Kubernetes objects that Flink's own client would create for COMMAND:
  kubernetes-session.sh -Dkey=value...
  flink run --target kubernetes-application -Dkey=value... JAR ARGUMENTS...
DIR is a Flink conf folder. Without one, the files of a Flink distribution are used.`;

/**
 * `drey render`: what would be created, without a Kubernetes.
 *
 * A refusal is `{"error": {"code", "detail", "field"?}}` on standard output and exit status 1; 2 is a wrong usage.
 */
export const renderCommand: Command = {
  async run(words) {
    const given = readArguments(words);
    if (typeof given === "string") {
      console.error(given);
      return given === usage ? 0 : 2;
    }
    const parsed = parseCommandLine(given.command, given.flinkVersion);
    if (parsed.kind === "refused") return refuse(parsed.issues);
    const spec = await withFiles(withAbsoluteJar(parsed.spec), given.confDir);
    const random = crypto.getRandomValues(new Uint8Array(16));
    const rendering = renderCluster(spec, { generatedClusterId: generatedClusterId(random) });
    if (rendering.kind === "refused") return refuse(rendering.issues);
    const warnings = [...parsed.warnings, ...rendering.warnings];
    const print = given.output === "json" ? jsonOutput : yamlOutput;
    process.stdout.write(print({ ...rendering, warnings }));
    if (given.output === "yaml") for (const { detail } of warnings) console.error(`warning: ${detail}`);
    return 0;
  },
};

interface Arguments {
  readonly flinkVersion: string;
  readonly confDir: string | undefined;
  readonly output: "yaml" | "json";
  readonly command: readonly string[];
}

/** The arguments, or what to tell the person instead. */
function readArguments(words: readonly string[]): Arguments | string {
  const end = words.indexOf("--");
  const own = end < 0 ? words : words.slice(0, end);
  const command = end < 0 ? [] : words.slice(end + 1);
  try {
    const { values } = parseArgs({
      args: [...own],
      options: {
        "flink-version": { type: "string", default: "2.3" },
        "conf-dir": { type: "string" },
        output: { type: "string", short: "o", default: "yaml" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { output } = values;
    if (values.help) return usage;
    if (output !== "yaml" && output !== "json") return `-o is yaml or json, not ${output}.\n\n${usage}`;
    if (command.length === 0) return `The command is missing.\n\n${usage}`;
    return { flinkVersion: values["flink-version"], confDir: values["conf-dir"], output, command: wordsOf(command) };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n\n${usage}`;
  }
}

/** A command pasted as one quoted text is split as a shell would. */
function wordsOf(command: readonly string[]): readonly string[] {
  const [text = "", ...others] = command;
  return others.length === 0 && /\s/.test(text) ? splitShellWords(text) : command;
}

/** A jar without a scheme is a path from here, as for Flink's client. */
function withAbsoluteJar(spec: ClusterSpec): ClusterSpec {
  const jarUri = spec.application?.jarUri;
  if (!spec.application || jarUri === undefined || schemeOf(jarUri) !== undefined || jarUri.startsWith("/"))
    return spec;
  return { ...spec, application: { ...spec.application, jarUri: `${process.cwd()}/${jarUri}` } };
}

function refuse(issues: readonly RenderIssue[]): number {
  const [error, ...more] = issues;
  process.stdout.write(`${JSON.stringify({ error, ...(more.length > 0 && { more }) })}\n`);
  return 1;
}

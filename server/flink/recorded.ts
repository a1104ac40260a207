import { readdirSync, readFileSync } from "node:fs";
import { stringify } from "yaml";
import { z } from "zod";
import type { ClusterSpec } from "./cluster-spec.ts";
import { parseCommandLine } from "./command-line/parse-command-line.ts";
import { flinkRules } from "./versions.ts";

/**
 * Reads what Flink's own Java client asked of a real API server, for tests. `recorded/<version>/<case>.json` holds the
 * command line and files of a case, the client's exit code, and every changing request that it sent.
 */

const texts = z.record(z.string(), z.string());
const object = z.looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }).optional() });

const recording = z.object({
  flink: z.string(),
  case: z.object({
    name: z.string(),
    command: z.enum(["session", "application"]),
    args: z.array(z.string()).default([]),
    tail: z.array(z.string()).default(["local:///opt/flink/usrlib/TopSpeedWindowing.jar"]),
    bare: z.boolean().default(false),
    conf: texts.default({}),
    files: texts.default({}),
  }),
  exit: z.number(),
  errors: z.array(z.string()),
  requests: z.array(z.object({ method: z.string(), status: z.number(), body: object.nullable() })),
});

export type Recording = z.infer<typeof recording>;

const folder = new URL("./recorded/", import.meta.url);

export const recordedVersions: readonly string[] = readdirSync(folder);

export function recordedCases(version: string): readonly string[] {
  return readdirSync(new URL(`${version}/`, folder)).map((file) => file.replace(/\.json$/, ""));
}

export function recordedCase(version: string, name: string): Recording {
  return recording.parse(JSON.parse(readFileSync(new URL(`${version}/${name}.json`, folder), "utf8")));
}

/** The objects that the client sent, in order. */
export function postedObjects({ requests }: Recording): readonly z.infer<typeof object>[] {
  return requests.flatMap(({ method, body }) => (method === "POST" && body ? [body] : []));
}

const log4j = `monitorInterval=30
rootLogger.level = INFO
rootLogger.appenderRef.console.ref = ConsoleAppender
appender.console.name = ConsoleAppender
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
`;
const logback = '<configuration scan="true" scanPeriod="30 seconds">\n  <root level="INFO"/>\n</configuration>\n';
const defaults = { "jobmanager.memory.process.size": "1600m", "taskmanager.memory.process.size": "1728m" };

/** The spec that stands for a recorded command, with the files that the client could read. */
export function specOf({ flink, case: { files, ...recorded } }: Recording): ClusterSpec {
  const target = ["--target", "kubernetes-application"];
  const words =
    recorded.command === "session"
      ? ["kubernetes-session.sh", ...recorded.args]
      : ["flink", flinkRules(flink)?.applicationAction ?? "run", ...target, ...recorded.args, ...recorded.tail];
  const parsed = parseCommandLine(words, flink);
  if (parsed.kind === "refused") throw new Error(parsed.issues[0].detail);
  const config = stringify({ ...(recorded.bare ? {} : defaults), ...recorded.conf });
  const conf = Object.entries(files).flatMap(([path, text]) =>
    path.startsWith("conf/") ? [[path.slice("conf/".length), text] as const] : [],
  );
  const named = Object.entries(files).map(([path, text]) => [`@DIR@/${path}`, text] as const);
  return {
    ...parsed.spec,
    files: {
      conf: {
        "log4j-console.properties": log4j,
        "logback-console.xml": logback,
        "config.yaml": config,
        ...Object.fromEntries(conf),
      },
      named: Object.fromEntries(named),
    },
  };
}

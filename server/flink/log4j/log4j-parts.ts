import { type PropertyLine, parseProperties } from "./java-properties.ts";
import { rootLogger } from "./logging-file.ts";
import { type Lookup, log4jLookup, type PodLookup, resolveLookups, unset } from "./lookups.ts";

/** What one `logger.<alias>` group, or `rootLogger`, says. */
export interface LoggerGroup {
  /** The key before the first property: `logger.<alias>` or `rootLogger`. */
  readonly prefix: string;
  readonly name: string;
  readonly nameLine?: PropertyLine | undefined;
  /** `logger.x = LEVEL, appender`. When it is there, log4j ignores `levelLine`. */
  readonly shortLine?: PropertyLine | undefined;
  readonly levelLine?: PropertyLine | undefined;
}

/** A log4j file taken apart for reading and for editing. */
export interface Log4jParts {
  readonly lines: readonly PropertyLine[];
  readonly byKey: ReadonlyMap<string, PropertyLine>;
  readonly groups: readonly LoggerGroup[];
  readonly malformed?: { readonly line: number } | undefined;
  readonly lookup: Lookup;
}

/** The aliases of loggers: those of the `loggers` property where there is one, else every `logger.<alias>`. */
function aliasesOf(byKey: ReadonlyMap<string, PropertyLine>): string[] {
  const listed = byKey.get("loggers")?.value.split(",");
  const used = [...byKey.keys()].flatMap((key) => /^logger\.([^.]*)/.exec(key)?.[1] ?? []);
  return [...new Set((listed ?? used).map((alias) => alias.trim()))].filter((alias) => alias !== "root");
}

/** Takes the text of a log4j 2 properties file apart. (log4j: PropertiesConfigurationBuilder) */
export function log4jParts(text: string, pod: PodLookup = unset): Log4jParts {
  const { lines, malformed } = parseProperties(text);
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const properties = new Map(
    lines.filter(({ key }) => key.startsWith("property.")).map(({ key, value }) => [key.slice(9), value]),
  );
  const lookup = log4jLookup(properties, pod);
  const groupOf = (prefix: string, name: string): LoggerGroup => ({
    prefix,
    name,
    nameLine: byKey.get(`${prefix}.name`),
    shortLine: byKey.get(prefix),
    levelLine: byKey.get(`${prefix}.level`),
  });
  const hasRoot = lines.some(({ key }) => key === "rootLogger" || key.startsWith("rootLogger."));
  const groups = aliasesOf(byKey).map((alias) => {
    const name = resolveLookups(byKey.get(`logger.${alias}.name`)?.value ?? "", lookup).text;
    return groupOf(`logger.${alias}`, name === "root" ? rootLogger : name);
  });
  return {
    lines,
    byKey,
    groups: hasRoot ? [groupOf("rootLogger", rootLogger), ...groups] : groups,
    malformed,
    lookup,
  };
}

/** True if the group names a logger: `rootLogger` does without a `.name`. */
export const isNamed = (group: LoggerGroup) => group.prefix === "rootLogger" || group.nameLine !== undefined;

/** The level of the short form: the first word of its list. */
export const firstOfList = (value: string) => value.split(/\s*,\s*/)[0]?.trim() ?? "";

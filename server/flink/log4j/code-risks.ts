import { type PropertyLine, parseProperties } from "./java-properties.ts";
import type { LoggingIssue } from "./logging-file.ts";

/** A place in a logging file that makes the pod load or run code that the file names. */
export interface CodeRisk extends LoggingIssue {
  readonly code: "runs-code";
}

/** Appenders and connections of log4j 2 that look up or load what they are told to. */
const riskyTypes =
  /^(Script.*|JNDI.*|JMS.*|Jdbc.*|JPA|DataSource|ConnectionFactory|DriverManager|PoolingDriver|Http|Socket|SMTP|NoSql|MongoDb.*|Kafka|Routing|Rewrite|Delete|PosixViewAttribute)$/i;

const riskyLookup = /\$\{+(?:[^}]*\{)?\s*(jndi|script|java\.naming|bundle|web|kubernetes|docker|spring)\s*:/i;

/** `${${lower:j}ndi:…}`; a lookup within a default, after `:-`, is what Flink's own files have. */
const nestedName = /\$\{(?:(?!:-)[^}])*?\$\{/;

function riskOfLine({ key, value }: PropertyLine): string | undefined {
  if (/^scripts?(\.|$)/.test(key)) return "a script that log4j runs";
  if (key === "packages") return "packages in which log4j looks for plugins to load";
  const lookup = riskyLookup.exec(value)?.[1];
  if (lookup !== undefined) return `a lookup of ${lookup}, which loads what it names`;
  if (nestedName.test(value)) return "a lookup whose name another lookup makes: it could be any";
  if (/(^|\.)type$/.test(key) && riskyTypes.test(value.trim())) return `a component of type ${value.trim()}`;
  if (/\.(className|connectionFactory|jndiName|providerUrl|driverClassName|beanName)$/i.test(key))
    return `${key}, by which a class is loaded`;
  return /%\w*\{lookups\}/.test(value) ? "a pattern that resolves lookups in messages" : undefined;
}

/**
 * What in a log4j 2 file can run code in the pods, with its line. A guard against slips and against people who may edit
 * logging but not programs; it knows log4j's own components, not those of other plugins.
 */
export function log4jCodeRisks(text: string): CodeRisk[] {
  return parseProperties(text).lines.flatMap((line) => {
    const risk = riskOfLine(line);
    if (risk === undefined) return [];
    return [{ code: "runs-code", line: line.line, detail: `${line.key}: ${risk}.`, refused: true }];
  });
}

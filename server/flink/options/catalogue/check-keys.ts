import { type ConfigValue, configValueText } from "../../configuration/config-value.ts";
import type { RenderIssue } from "../../resources/rendering.ts";
import type { FlinkMinor } from "../../versions.ts";
import type { Grammar } from "../grammar.ts";
import { isSensitiveKey } from "../sensitive-keys.ts";
import { type Catalogue, catalogueOf } from "./catalogue.ts";
import { valueIssue } from "./check-value.ts";
import { nearestKey } from "./nearest-key.ts";

/** Below these, plugins, connectors and people choose the keys. */
const openPrefixes = [
  "$internal.",
  "containerized.",
  "env.",
  "events.reporter.",
  "flink.",
  "fs.",
  "gs.",
  "internal.",
  "kubernetes.internal.",
  "metrics.reporter.",
  "metrics.scope.",
  "oss.",
  "presto.",
  "python.",
  "s3.",
  "security.",
  "sql-client.",
  "sql-gateway.",
  "state.backend.",
  "table.",
  "traces.reporter.",
  "user.",
];

/**
 * What a Flink version does not know, or can't read, of a configuration. Nothing of it is refused by Flink's client: an
 * unknown key is shipped as it is, and an unreadable value stops the JobManager, later.
 */
export function checkKeys(
  entries: readonly (readonly [string, ConfigValue])[],
  minor: FlinkMinor,
  grammar: Grammar,
): readonly RenderIssue[] {
  const catalogue = catalogueOf(minor);
  return entries.flatMap(([key, value]) => {
    const option = catalogue.options.get(key);
    if (option) {
      // Typed values were read from YAML or set by flags; only texts can be of a wrong type unnoticed.
      const reason = valueIssue(option, configValueText(value), grammar);
      return reason === undefined ? [] : [unreadable(key, configValueText(value), reason)];
    }
    const current = catalogue.currentOf.get(key);
    if (current) return [deprecatedKey(key, current.key)];
    return isKnown(key, catalogue) ? [] : [unknownKey(key, catalogue, minor)];
  });
}

function isKnown(key: string, { options, patterns }: Catalogue): boolean {
  if (openPrefixes.some((prefix) => key.startsWith(prefix))) return true;
  if (patterns.some((pattern) => pattern.test(key))) return true;
  // An entry of a map, given as a key of its own.
  const segments = key.split(".");
  return segments.some((_, at) => options.get(segments.slice(0, at).join("."))?.type === "Map");
}

function unknownKey(key: string, { options, currentOf }: Catalogue, minor: FlinkMinor): RenderIssue {
  const near = nearestKey(key, [...options.keys(), ...currentOf.keys()]);
  const nearest = near === undefined ? undefined : (currentOf.get(near)?.key ?? near);
  const hint = nearest === undefined ? "It is shipped as it is." : `Did you mean '${nearest}'?`;
  return { field: key, code: "key-unknown", detail: `Flink ${minor} knows no option '${key}'. ${hint}` };
}

function deprecatedKey(key: string, current: string): RenderIssue {
  return { field: key, code: "key-deprecated", detail: `'${key}' is an old name of '${current}'.` };
}

function unreadable(key: string, text: string, reason: string): RenderIssue {
  const shown = isSensitiveKey(key) ? "" : ` '${text}': ${reason}`;
  return { field: key, code: "value-unreadable", detail: `Flink can't read the value of '${key}'${shown}.` };
}

import { writeFileSync } from "node:fs";
import * as models from "@kubernetes/client-node";

/**
 * Writes `server/flink/resources/pod-fields.generated.json`: the type of each field that a pod may have, by which pod
 * templates are read. Run it after an update of @kubernetes/client-node: `npm run pod-fields`.
 */

interface Attribute {
  readonly baseName: string;
  readonly type: string;
}

const target = new URL("../../server/flink/resources/pod-fields.generated.json", import.meta.url);

function attributesOf(name: string): readonly Attribute[] {
  const model: unknown = Reflect.get(models, name);
  if (typeof model !== "function" || !("getAttributeTypeMap" in model)) return [];
  const read: unknown = model.getAttributeTypeMap;
  return typeof read === "function" ? read.call(model) : [];
}

/** The library writes TypeScript types; here `X[]` is a list, `map` one of texts, and dates are text as on the wire. */
function shortType(type: string): string {
  if (type.startsWith("{")) return "map";
  const list = /^Array<(.*)>$/.exec(type)?.[1];
  if (list) return `${shortType(list)}[]`;
  return type === "Date" ? "string" : type;
}

function fieldsFrom(root: string): Record<string, Record<string, string>> {
  const fields: Record<string, Record<string, string>> = {};
  const waiting = [root];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    // A template's status is dropped.
    if (fields[name] || name === "V1PodStatus") continue;
    const attributes = attributesOf(name);
    fields[name] = Object.fromEntries(attributes.map(({ baseName, type }) => [baseName, shortType(type)]));
    waiting.push(...attributes.flatMap(({ type }) => type.match(/\bV1\w+/g) ?? []));
  }
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => a.localeCompare(b)));
}

writeFileSync(target, `${JSON.stringify(fieldsFrom("V1Pod"), undefined, 1)}\n`);

import { formatJavaDouble } from "../options/java-double.ts";
import type { JavaHashMap } from "./java-hash-map.ts";

/**
 * A value of a configuration as Flink's client holds it: `-D` gives strings, `config.yaml` and the client's own flags
 * give typed ones. The type decides how it is written back: `2` or `'2'`. Integers are bigint, floats are number.
 */
export type ConfigValue = string | boolean | bigint | number | readonly string[];

/** Flat keys and their values, in the order in which Flink's client holds them. Flink: Configuration. */
export type FlinkConfiguration = JavaHashMap<ConfigValue>;

/** The text that an option's reader sees. */
export function configValueText(value: ConfigValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatJavaDouble(value);
  if (typeof value === "object") return value.map(quoteListItem).join(";");
  return String(value);
}

/** An item of a `;` list, quoted where the grammar needs it. */
function quoteListItem(item: string): string {
  return /[;'"]/.test(item) ? `'${item.replaceAll("'", "''")}'` : item;
}

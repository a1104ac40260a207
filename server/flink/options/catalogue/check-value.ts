import { parseDuration } from "../duration.ts";
import type { Grammar } from "../grammar.ts";
import { IllegalValue } from "../illegal-value.ts";
import { parseJavaDouble } from "../java-double.ts";
import { parseList, parseListOfMaps } from "../list-value.ts";
import { parseMap } from "../map-value.ts";
import { parseMemorySize } from "../memory-size.ts";
import { parseBoolean, parseEnum, parseInteger } from "../option.ts";
import type { CatalogueOption } from "./catalogue.ts";

/** Why a text is no value of an option, or undefined. */
export function valueIssue(option: CatalogueOption, text: string, grammar: Grammar): string | undefined {
  try {
    parseValue(option, text, grammar);
    return undefined;
  } catch (error) {
    if (error instanceof IllegalValue) return error.message;
    throw error;
  }
}

function parseValue(option: CatalogueOption, text: string, grammar: Grammar): void {
  if (!option.list) parseScalar(option, text, grammar);
  else if (option.type === "Map") parseListOfMaps(text, grammar);
  else for (const item of parseList(text, grammar)) parseScalar(option, item, grammar);
}

function parseScalar({ type, values }: CatalogueOption, text: string, grammar: Grammar): unknown {
  switch (type) {
    case "Boolean":
      return parseBoolean(text);
    case "Integer":
      return parseInteger(text);
    case "Long":
      return parseLong(text);
    case "Float":
    case "Double":
      return parseJavaDouble(text);
    case "MemorySize":
      return parseMemorySize(text);
    case "Duration":
      return parseDuration(text, grammar.isoDurations);
    case "Map":
      return parseMap(text, grammar);
    case "Enum":
      return parseEnum(text, values ?? []);
    default:
      return text;
  }
}

function parseLong(text: string): bigint {
  if (!/^[-+]?\d{1,19}$/.test(text)) throw new IllegalValue(`'${text}' is not a whole number`);
  return BigInt(text.replace("+", ""));
}

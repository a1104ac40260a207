import { RE2JS } from "re2js";
import { ConsoleError } from "../../errors.ts";

/** Tells whether a line holds what is looked for. */
export type TextSearch = (line: string) => boolean;

/** An expression may compile to at most so many instructions, each of which costs time on every character. */
const programSizeMax = 2_000;

/**
 * Makes a search of linear time, whatever the text and whoever wrote it.
 *
 * Throws `request-invalid` for an expression that RE2 does not take.
 */
export function textSearch(text: string, options: { regex: boolean; caseSensitive: boolean }): TextSearch {
  if (options.regex) {
    const expression = compile(text, options.caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    return (line) => expression.test(line);
  }
  if (options.caseSensitive) return (line) => line.includes(text);
  // A literal has nothing to go back to, so the engine at hand is linear too, and ten times faster.
  const literal = new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i");
  return (line) => literal.test(line);
}

function compile(text: string, flags: number): RE2JS {
  const refuse = (detail: string, cause?: unknown) =>
    new ConsoleError(
      { kind: "request-invalid", issues: [{ field: "text", code: "not-an-expression", detail }] },
      { cause },
    );
  let expression: RE2JS;
  try {
    expression = RE2JS.compile(text, flags);
  } catch (error) {
    throw refuse(
      error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "can't be read",
      error,
    );
  }
  if (expression.programSize() > programSizeMax) throw refuse("is too large: fewer or smaller repetitions");
  return expression;
}

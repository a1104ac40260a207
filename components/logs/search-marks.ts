import { RE2JS } from "re2js";

/** Where the words looked for stand in a text, as pairs of begin and end. */
export type FindMarks = (text: string) => readonly (readonly [number, number])[];

const marksMost = 50;

/** The marks of a search in the server's own syntax; none for an expression that can't be read. */
export function findMarks(text: string, regex: boolean, caseSensitive: boolean): FindMarks | undefined {
  if (text === "") return undefined;
  const pattern = regex ? text : RE2JS.quote(text);
  try {
    const expression = RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    return (line) => marksIn(expression, line);
  } catch {
    return undefined; // the server says what is wrong with it
  }
}

function marksIn(expression: RE2JS, line: string): [number, number][] {
  const marks: [number, number][] = [];
  const matcher = expression.matcher(line);
  while (marks.length < marksMost && matcher.find()) {
    if (matcher.end() > matcher.start()) marks.push([matcher.start(), matcher.end()]);
  }
  return marks;
}

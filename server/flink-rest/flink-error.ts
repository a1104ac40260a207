import { z } from "zod";

const flinkErrors = z.object({ errors: z.array(z.string()).min(1) });
const maxDetail = 600;
/** What Flink says where it has nothing to say; the exception that follows tells more. */
const saysNothing = /^(internal server error\.?|could not execute application\.?|the main method caused an error)/i;

/**
 * The one line of a Flink error that helps a person: the root cause of a stack, else the first sentence.
 *
 * The text is hostile (a job's own exceptions are in it): one line, without control characters, bounded. Undefined when
 * the answer is not in Flink's form.
 */
export function flinkErrorLine(body: unknown): string | undefined {
  const parsed = flinkErrors.safeParse(body);
  if (!parsed.success) return undefined;
  const [first = "", ...rest] = parsed.data.errors;
  const stack = [first, ...rest].find((text) => text.includes("\n\tat ") || text.includes("\nCaused by: "));
  if (stack !== undefined && (stack === first || saysNothing.test(first))) return oneLine(rootCause(stack));
  return oneLine(first);
}

/** The exception at the bottom of a Java stack trace, with its message and without its package. */
export function rootCause(stack: string): string {
  const lines = stack.replace(/^<Exception on server side:\n/, "").split("\n");
  const causes = lines.filter((line) => line.startsWith("Caused by: "));
  const line = (causes.at(-1) ?? lines[0] ?? "").replace(/^Caused by: /, "");
  // Flink's own wrappers name nothing: what they say is a sentence by itself.
  return line.replace(/^(?:[\w$]+\.)+(?=[A-Z])/, "").replace(/^(?:RestHandlerException|HandlerRequestException): /, "");
}

/** Text as one bounded line without control characters. */
export function oneLine(text: string): string {
  const line = (text.split("\n")[0] ?? "").replaceAll(/\p{Cc}/gu, " ").trim();
  return line.length > maxDetail ? `${line.slice(0, maxDetail)}…` : line;
}

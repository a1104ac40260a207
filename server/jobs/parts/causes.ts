import type { Cause } from "../job.schema.ts";

const maxMessage = 2_000;
const maxCauses = 20;

/**
 * The chain of causes of a Java stack trace, the root cause first. The text is hostile: what does not look like a stack
 * is one cause without a class.
 */
export function causesOf(stack: string): Cause[] {
  const blocks: string[][] = [];
  for (const line of stack.split("\n")) {
    const begins = blocks.length === 0 || line.startsWith("Caused by: ");
    if (begins) blocks.push([line.replace(/^Caused by: /, "")]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.slice(-maxCauses).map(causeOf).toReversed();
}

const heading = /^((?:[\w$]+\.)+[\w$]+)(?:: ?([\s\S]*))?$/;

function causeOf(lines: readonly string[]): Cause {
  const firstFrameAt = lines.findIndex((line) => /^\s+(at |\.\.\. )/.test(line));
  // A message may have several lines; it goes on until the first frame.
  const text = lines
    .slice(0, firstFrameAt < 0 ? undefined : firstFrameAt)
    .join("\n")
    .trim();
  const match = heading.exec(text);
  const message = (match ? (match[2] ?? "") : text).slice(0, maxMessage);
  const frame = lines
    .find((line) => /^\s+at /.test(line))
    ?.trim()
    .replace(/^at /, "");
  return { className: match?.[1] ?? "", message, ...(frame !== undefined && { firstFrame: frame.slice(0, 300) }) };
}

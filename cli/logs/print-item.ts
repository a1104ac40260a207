import { streamItem } from "../../server/logs/schema.ts";

/** An item of the stream as lines for a terminal: each line led by its pod, gaps said in words, the rest left out. */
export function printItem(value: unknown): string {
  const item = streamItem.safeParse(value).data;
  if (item === undefined) return `[drey] ${problemIn(value)}\n`;
  switch (item.type) {
    case "record":
      return [item.line, ...(item.more ?? [])].map((line) => `${item.pod} ${line}\n`).join("");
    case "gap":
      return `${item.pod} [drey] lines may be missing from ${item.from} to ${item.to}: ${item.detail ?? item.reason}\n`;
    case "thinned":
      return `[drey] ${item.lines} lines left out from ${item.from} to ${item.to}\n`;
    default:
      return "";
  }
}

function problemIn(value: unknown): string {
  const problem = typeof value === "object" && value !== null && "problem" in value ? value.problem : undefined;
  const hasDetail = typeof problem === "object" && problem !== null && "detail" in problem;
  return hasDetail ? String(problem.detail) : "a record that this version does not know";
}

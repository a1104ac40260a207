import { z } from "zod";
import { gap } from "../schema.ts";
import type { ViewFormat } from "./record-encoder.ts";

const left = z.object({ type: z.literal("thinned"), lines: z.number(), from: z.string(), to: z.string() });

/** Each line as it was printed, led by its pod; what is missing as a line of its own. */
export const textFormat: ViewFormat = {
  record: (pod) => (record) => {
    let text = `${pod} ${record.line}\n`;
    for (const line of record.more) text += `${pod} ${line}\n`;
    return text;
  },
  item: (item) => {
    const missing = gap.safeParse(item).data;
    if (missing !== undefined) {
      const why = missing.detail ?? missing.reason;
      return `${missing.pod} [drey] lines may be missing from ${missing.from} to ${missing.to}: ${why}\n`;
    }
    const thinned = left.safeParse(item).data;
    return thinned === undefined
      ? ""
      : `[drey] ${thinned.lines} lines left out from ${thinned.from} to ${thinned.to}\n`;
  },
};

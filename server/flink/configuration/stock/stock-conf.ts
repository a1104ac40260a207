import type { FlinkMinor } from "../../versions.ts";

/** placeholder until the stock files land in the next step */
export function stockConf(_minor: FlinkMinor): Readonly<Record<string, string>> {
  return {};
}

import { readFileSync } from "node:fs";

/** What a real JobManager answered, as text. */
export const recordedText = (version: string, name: string): string =>
  readFileSync(new URL(`./${version}/${name}.json`, import.meta.url), "utf8");

import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { settingMeanings } from "../../server/env.ts";

describe("README.md", () => {
  it.each(settingMeanings)("lists the setting $name with its meaning", async ({ name, meaning }) => {
    const rows = (await readFile("README.md", "utf8")).split("\n").filter((row) => row.startsWith(`| \`${name}\` |`));
    expect(rows).toEqual([expect.stringMatching(/^\|.*\|$/)]);
    expect(rows[0]).toContain(`| ${meaning} |`);
  });
});

import { expect, it } from "vitest";
import { tableText } from "./table-text.ts";

it("aligns columns and lets no cell move the cursor", () => {
  expect(
    tableText(
      ["JOB", "NAME"],
      [
        ["a", "one"],
        ["bcdef", "two\u001b[2J\n"],
      ],
    ),
  ).toBe("JOB    NAME\na      one\nbcdef  two[2J\n");
});

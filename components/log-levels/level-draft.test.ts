import { describe, expect, it } from "vitest";
import type { LoggerRow } from "#server/log-levels/log-level-view.schema.ts";
import { draftFor, incompleteReason, requestOf } from "./level-draft.ts";

const rows: LoggerRow[] = [
  {
    logger: "root",
    level: "INFO",
    from: "file",
    written: `\${env:ROOT_LOG_LEVEL:-INFO}`,
    assumes: ["env:ROOT_LOG_LEVEL"],
    line: 4,
  },
  { logger: "a", level: "DEBUG", from: "file", written: "DEBUG", assumes: [], line: 9 },
];

describe("the draft of a change", () => {
  it("begins with the level that one is likely to want", () => {
    expect(draftFor("root", rows).changes[0]?.level).toBe("DEBUG");
    expect(draftFor("a", rows).changes[0]?.level).toBe("INFO");
    expect(draftFor("not.in.file", rows).changes[0]?.level).toBe("DEBUG");
  });

  it("tells the server what the person saw, lookups and all, null for a logger without a level", () => {
    const draft = {
      ...draftFor("root", rows),
      changes: [
        { id: 0, logger: " root ", level: "WARN" },
        { id: 1, logger: "new", level: "OFF" },
      ],
    };
    expect(requestOf(draft, rows)).toEqual({
      changes: [
        { logger: "root", level: "WARN", seen: `\${env:ROOT_LOG_LEVEL:-INFO}` },
        { logger: "new", level: "OFF", seen: null },
      ],
    });
  });

  it("sends a span in seconds, a time with its zone, and a reason only if there is one", () => {
    expect(requestOf({ ...draftFor("a", rows), span: "900", reason: " slow " }, rows)).toMatchObject({
      forSeconds: 900,
      reason: "slow",
    });
    const timed = requestOf({ ...draftFor("a", rows), span: "time", time: "2026-05-12T14:58" }, rows);
    expect(timed.until).toBe(new Date("2026-05-12T14:58").toISOString());
    expect(timed).not.toHaveProperty("forSeconds");
  });

  it("says what is missing", () => {
    expect(incompleteReason(draftFor("", rows))).toBe("Name a logger first");
    expect(incompleteReason({ ...draftFor("a", rows), span: "time" })).toBe("Give a time first");
    expect(incompleteReason(draftFor("a", rows))).toBeUndefined();
  });
});

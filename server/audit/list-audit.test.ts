import { describe, expect, it } from "vitest";
import type { Caller } from "../caller.ts";
import type { AuditEntry, AuditFilter } from "../store/audit-log.ts";
import { listAudit } from "./list-audit.ts";

const entries = Array.from(
  { length: 5 },
  (_, n): AuditEntry => ({
    id: String(9 - n),
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, n)),
    who: "anna",
    action: "cluster.create",
    context: "c",
    namespace: "n",
    clusterId: "first",
    outcome: "done",
  }),
);
const asked: AuditFilter[] = [];
const caller = {
  audit: {
    list: async (filter: AuditFilter) => {
      asked.push(filter);
      return entries.slice(0, filter.limit);
    },
  },
} as unknown as Caller;

describe("listAudit", () => {
  it("says that there is more, without sending it", async () => {
    const answer = await listAudit({ limit: 4 }, caller);
    expect(answer.entries.map(({ id }) => id)).toEqual(["9", "8", "7", "6"]);
    expect(answer.more).toBe(true);
  });

  it("says when a page is the last one", async () => {
    expect(await listAudit({ limit: 5 }, caller)).toMatchObject({ more: false });
  });

  it("passes the filter on as it was asked", async () => {
    await listAudit({ limit: 1, context: "c", clusterId: "first", before: "8" }, caller);
    expect(asked.at(-1)).toEqual({ limit: 2, context: "c", clusterId: "first", before: "8" });
  });
});

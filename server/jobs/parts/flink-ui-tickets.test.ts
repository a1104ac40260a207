import { expect, it } from "vitest";
import type { Caller } from "../../caller.ts";
import { flinkUiTicket, issueFlinkUiToken } from "./flink-ui-tickets.ts";

const cluster = { context: "c", namespace: "n", clusterId: "dev" };
const ticket = { caller: {} as Caller, cluster };
const minute = 60_000;

it("opens the cluster that it was made for, as long as it is used", () => {
  const token = issueFlinkUiToken(ticket, 0);
  expect(token).toMatch(/^[\w-]{43}$/);
  for (let now = 0; now <= 8 * 60 * minute; now += 9 * minute) expect(flinkUiTicket(token, now).cluster).toBe(cluster);
  expect(() => flinkUiTicket(token, 8 * 60 * minute + 1)).toThrow("not-found");
});

it("ends when nobody uses it for ten minutes", () => {
  const token = issueFlinkUiToken(ticket, 0);
  expect(() => flinkUiTicket(token, 10 * minute + 1)).toThrow("not-found");
});

it("is nothing that can be guessed or reused for another", () => {
  expect(issueFlinkUiToken(ticket)).not.toBe(issueFlinkUiToken(ticket));
  expect(() => flinkUiTicket("x".repeat(43))).toThrow("not-found");
});

it("forgets the oldest rather than keep ever more", () => {
  const first = issueFlinkUiToken(ticket);
  for (let nth = 0; nth < 500; nth += 1) issueFlinkUiToken(ticket);
  expect(() => flinkUiTicket(first)).toThrow("not-found");
});

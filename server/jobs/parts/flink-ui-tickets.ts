import { randomBytes } from "node:crypto";
import type { Caller, ClusterAddress } from "../../caller.ts";
import { ConsoleError } from "../../errors.ts";
import { processWide } from "../../process-wide.ts";

/** One opened web UI: whose eyes it has, and what it may see. */
export interface FlinkUiTicket {
  readonly caller: Caller;
  readonly cluster: ClusterAddress;
}

interface Kept extends FlinkUiTicket {
  readonly openedAt: number;
  usedAt: number;
}

const tickets = processWide("jobs.flink-ui-tickets", () => new Map<string, Kept>());
const maxTickets = 500;
/** An open page asks every few seconds, a hidden one every minute. */
const idleMs = 10 * 60_000;
const longestMs = 8 * 60 * 60_000;

const isOver = ({ openedAt, usedAt }: Kept, now: number): boolean =>
  now - usedAt > idleMs || now - openedAt > longestMs;

/** A token of 256 random bits that opens this cluster's web UI for reading, until it is idle for ten minutes. */
export function issueFlinkUiToken(ticket: FlinkUiTicket, now = Date.now()): string {
  for (const [token, kept] of tickets) if (isOver(kept, now)) tickets.delete(token);
  const [oldest] = tickets.keys();
  if (tickets.size >= maxTickets && oldest !== undefined) tickets.delete(oldest);
  const token = randomBytes(32).toString("base64url");
  tickets.set(token, { ...ticket, openedAt: now, usedAt: now });
  return token;
}

/** What a token opens. Throws `not-found` for one that never was, or whose time is over. */
export function flinkUiTicket(token: string, now = Date.now()): FlinkUiTicket {
  const kept = tickets.get(token);
  if (kept === undefined || isOver(kept, now)) {
    throw new ConsoleError({ kind: "not-found", resource: "this web UI: open it again from the cluster's page" });
  }
  kept.usedAt = now;
  return kept;
}

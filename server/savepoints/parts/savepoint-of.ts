import type { Caller } from "../../caller.ts";
import type { Savepoint } from "../schema.ts";

export type SavepointRecord = Awaited<ReturnType<Caller["savepoints"]["find"]>>;

export const hasEnded = ({ state }: SavepointRecord): boolean => state !== "asked" && state !== "in-progress";

/** A record as it is answered. */
export const savepointOf = (record: SavepointRecord): Savepoint => ({
  ...record,
  askedAt: record.askedAt.getTime(),
  endedAt: record.endedAt?.getTime(),
});

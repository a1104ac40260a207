import type { Caller } from "../caller.ts";
import { log } from "../log.ts";
import { follow } from "./parts/follow.ts";

const maxFollowed = 200;

/**
 * Takes up those that a console which has ended since had begun to follow, so that a restart loses nothing. Called when
 * the console starts, and by whoever lists savepoints.
 */
export async function followOpen(caller: Caller): Promise<void> {
  const open = await caller.savepoints.list({ open: true, limit: maxFollowed });
  for (const record of open) {
    follow(record, caller).catch((error: unknown) => {
      log.error({ savepoint: record.id, err: error }, "a savepoint can't be followed");
    });
  }
}

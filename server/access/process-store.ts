import { env } from "../env.ts";
import { processWide } from "../process-wide.ts";
import { openStore, type Store } from "../store/open-store.ts";

/** The store of this process, opened and brought up to date by the first who asks: instrumentation, at the start. */
export const processStore = (): Promise<Store> => processWide("store", () => openStore(env.DREY_DATA_DIR));

import { processWide } from "../process-wide.ts";

/**
 * The controller that SIGTERM aborts. Every open stream ends with its signal: without that, the server waits for open
 * responses without limit.
 */
export const shutdown = (): AbortController => processWide("shutdown", () => new AbortController());

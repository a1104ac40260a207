import "server-only";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";

/** Who asks, and the outside as that person may use it. The one place that wires adapters. */
export async function callerOf(_request: Request): Promise<Caller> {
  throw new ConsoleError({ kind: "not-possible-now", detail: "No Kubernetes context is wired yet." });
}

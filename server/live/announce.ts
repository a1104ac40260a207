import { processWide } from "../process-wide.ts";
import type { LiveMessage } from "./schema.ts";

type Listener = (message: LiveMessage) => void;

const listeners = processWide("live.listeners", () => new Set<Listener>());

/** Tells every open tab that something went stale which no watch of Kubernetes sees, such as the audit log. */
export function announce(message: LiveMessage): void {
  for (const listener of [...listeners]) listener(message);
}

export function onAnnouncement(listener: Listener, signal: AbortSignal): void {
  if (signal.aborted) return;
  listeners.add(listener);
  signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
}

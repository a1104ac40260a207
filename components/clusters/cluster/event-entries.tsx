import type { EventView } from "#server/clusters/cluster-view.schema.ts";
import { clockText } from "../../ui/quantities.tsx";
import type { StateShape } from "../../ui/state-mark.tsx";
import type { TimelineEntry } from "../../ui/timeline.tsx";

const shapes: Readonly<Record<string, StateShape>> = {
  Started: "running",
  Created: "info",
  Pulled: "info",
  Pulling: "starting",
  Scheduled: "info",
  FailedScheduling: "pending",
  Failed: "failing",
  BackOff: "restarting",
  Killing: "deleting",
  ScalingReplicaSet: "info",
  SuccessfulCreate: "info",
  SuccessfulDelete: "deleting",
};

function shapeOfEvent({ type, reason }: EventView): StateShape {
  return shapes[reason] ?? (type === "Warning" ? "degraded" : "past");
}

/** Kubernetes' events as lines of a timeline. Its messages are text from outside: shown, never read as markup. */
export function entriesOf(events: readonly EventView[]): TimelineEntry[] {
  return events.map((event, index) => ({
    id: `${event.at} ${event.object.kind}/${event.object.name} ${event.reason} ${index}`,
    time: clockText(event.at).slice(-8),
    at: new Date(event.at).toISOString(),
    shape: shapeOfEvent(event),
    sentence: (
      <>
        <b className="font-strong">{event.reason}</b> {event.object.kind} {event.object.name}
        {event.count > 1 && <span className="num text-ink-3"> {event.count} times</span>}
        <span className="block text-ink-2">{event.message}</span>
      </>
    ),
  }));
}

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

/** A ReplicaSet's hash and a pod's own letters: what is left of the name of a JobManager's pod. */
const jobManagerPod = /^[0-9a-z]{6,10}-([0-9a-z]{5})$/;

/** Without the cluster's name in front: it stands above. */
function shortName({ kind, name }: EventView["object"], clusterId: string): string {
  const pod = kind === "Pod" ? jobManagerPod.exec(name.replace(`${clusterId}-`, "")) : null;
  if (pod !== null) return `JobManager ${pod[1]}`;
  return `${kind === "Pod" ? "" : `${kind} `}${name === clusterId ? "" : name.replace(`${clusterId}-`, "")}`.trim();
}

interface EntriesOptions {
  readonly clusterId: string;
  /** What is usual is told by its word alone; warnings keep their message. */
  readonly brief?: boolean;
}

/** Kubernetes' events as lines of a timeline. Its messages are text from outside: shown, never read as markup. */
export function entriesOf(events: readonly EventView[], { clusterId, brief = false }: EntriesOptions): TimelineEntry[] {
  return events.map((event, index) => ({
    id: `${event.at} ${event.object.kind}/${event.object.name} ${event.reason} ${index}`,
    time: clockText(event.at).slice(-8),
    at: new Date(event.at).toISOString(),
    shape: shapeOfEvent(event),
    sentence: (
      <span title={event.message}>
        <b className="font-strong">{event.reason}</b> {shortName(event.object, clusterId)}
        {event.count > 1 && <span className="num text-ink-3"> {event.count} times</span>}
        {(!brief || event.type === "Warning") && <span className="block text-ink-2">{event.message}</span>}
      </span>
    ),
  }));
}

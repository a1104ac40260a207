"use client";
import type { PodView } from "#server/clusters/cluster-view.schema.ts";
import type { TaskManager } from "#server/jobs/schema.ts";
import type { JobLetter } from "./job-letters.ts";
import { Gauge, mebibytes, PodBox } from "./pod-box.tsx";

const SLOTS_SHOWN = 16;

interface TaskManagerBoxProps {
  readonly pod: PodView;
  /** Absent until it has registered with the JobManager. */
  readonly registered: TaskManager | undefined;
  /** The JobManager has said which TaskManagers it knows. */
  readonly asked: boolean;
  readonly letters: ReadonlyMap<string, JobLetter>;
}

/** A TaskManager with its slots, each with the letter of the job that lies in it. */
export function TaskManagerBox({ pod, registered, asked, letters }: TaskManagerBoxProps) {
  return (
    <PodBox pod={pod} title={shortName(pod.name)}>
      {registered ? (
        <>
          <Slots registered={registered} letters={letters} />
          {registered.heapUsed !== undefined && registered.heapMax !== undefined && registered.heapMax > 0 && (
            <Gauge
              label="Heap"
              used={registered.heapUsed}
              total={registered.heapMax}
              figures={`${mebibytes(registered.heapUsed)} of ${mebibytes(registered.heapMax)} M`}
            />
          )}
        </>
      ) : (
        asked &&
        pod.state === "running" && <p className="mt-1 text-12 text-ink-3">Not registered with the JobManager yet.</p>
      )}
    </PodBox>
  );
}

/** `settlement-taskmanager-1-5` is `taskmanager-1-5`: the cluster's name stands above. */
function shortName(pod: string): string {
  const at = pod.lastIndexOf("taskmanager-");
  return at === -1 ? pod : pod.slice(at);
}

type SlotsProps = Pick<TaskManagerBoxProps, "letters"> & { readonly registered: TaskManager };

interface Slot {
  readonly id: string;
  readonly mark: JobLetter | undefined;
  readonly used: boolean;
}

/** The slots in use, by letter, then the free ones. */
function slotsOf({ registered, letters }: SlotsProps): Slot[] {
  const used = registered.slotsTotal - registered.slotsFree;
  const marks = Array.from({ length: used }, (_, index) => letters.get(registered.slots?.[index]?.jobId ?? ""));
  const ordered = marks.toSorted((a, b) => ((a?.letter ?? "~") < (b?.letter ?? "~") ? -1 : 1));
  return Array.from({ length: registered.slotsTotal }, (_, index) => ({
    id: `slot ${index + 1}`,
    mark: ordered[index],
    used: index < used,
  }));
}

const gridOf = (slots: number) => (slots === 1 ? "grid-cols-1" : slots < 4 ? "grid-cols-2" : "grid-cols-4");

function Slots(props: SlotsProps) {
  const slots = slotsOf(props);
  return (
    <div className={`my-2 grid gap-1 ${gridOf(slots.length)}`}>
      {slots.slice(0, SLOTS_SHOWN).map(({ id, mark, used }) => (
        <span
          key={id}
          className={`slot flex h-[30px] items-center justify-center rounded-1 ${
            used
              ? `text-12 font-semibold ${mark?.color ?? "bg-selected text-ink-2"}`
              : "border border-dashed border-control text-11 text-ink-3"
          }`}
        >
          {used ? (mark?.letter ?? "used") : "free"}
        </span>
      ))}
      {slots.length > SLOTS_SHOWN && (
        <span className="col-span-full text-12 text-ink-3">{slots.length - SLOTS_SHOWN} more slots</span>
      )}
    </div>
  );
}

"use client";
import type { ReactNode } from "react";
import type { PodView } from "#server/clusters/cluster-view.schema.ts";
import { Meter } from "../../ui/meter.tsx";
import { Age } from "../../ui/quantities.tsx";
import { ClusterMark } from "../cluster-state.tsx";
import { stateWord } from "../state-word.ts";

interface PodBoxProps {
  readonly pod: PodView;
  readonly title: string;
  readonly children: ReactNode;
}

const edges: Partial<Record<PodView["state"], string>> = {
  running: "border-line-strong bg-surface",
  failing: "border-bad-mark border-dashed bg-bad-tint",
  pending: "border-wait-mark border-dashed bg-wait-tint",
};

/** A pod in the picture: solid when it is up, dashed when not. */
export function PodBox({ pod, title, children }: PodBoxProps) {
  const up = pod.state === "running";
  return (
    <div
      title={pod.name}
      className={`min-w-0 rounded-3 border px-3 pt-2.5 pb-3 ${edges[pod.state] ?? "border-line-strong border-dashed bg-surface"}`}
    >
      <div className="flex items-center gap-[7px] font-strong">
        <ClusterMark state={stateWord(pod.state)} />
        <span className="truncate">{title}</span>
        <span className="ml-auto text-12 font-normal whitespace-nowrap text-ink-3">
          {!up && `${stateWord(pod.state)}, `}
          <Age since={pod.createdAt} />
        </span>
      </div>
      {children}
      {!up && pod.reason && <p className="mt-1 text-12 leading-[18px] break-words text-ink-2">{pod.reason}</p>}
    </div>
  );
}

/** Bytes as a number of MiB, for figures of a gauge. */
export const mebibytes = (bytes: number) => Math.round(bytes / 1_024 ** 2).toLocaleString("en-US");

interface GaugeProps {
  readonly label: string;
  readonly used: number;
  readonly total: number;
  /** «1,021 of 1,459 M». */
  readonly figures: string;
}

/** One measure of a pod: name, meter, numbers. */
export function Gauge({ label, used, total, figures }: GaugeProps) {
  return (
    <div className="grid h-5 grid-cols-[34px_minmax(0,1fr)_auto] items-center gap-2 text-12 text-ink-2">
      <span>{label}</span>
      <Meter label={label} value={used} max={total} className="w-full" />
      <span className="num min-w-26 text-right">{figures}</span>
    </div>
  );
}

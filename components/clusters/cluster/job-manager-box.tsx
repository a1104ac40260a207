"use client";
import type { ClusterDetail, PodView } from "#server/clusters/cluster-view.schema.ts";
import { Facts } from "../../ui/facts.tsx";
import { bytesText, clockText } from "../../ui/quantities.tsx";
import { Gauge, mebibytes, PodBox } from "./pod-box.tsx";

interface JobManagerBoxProps {
  readonly pod: PodView;
  readonly detail: ClusterDetail;
  /** Bytes, where its REST tells. */
  readonly heap: { readonly heapUsed?: number | undefined; readonly heapMax?: number | undefined } | undefined;
}

/** The JobManager: whether its REST answers, what it asked for, where it runs. */
export function JobManagerBox({ pod, detail, heap }: JobManagerBoxProps) {
  const { restSeenAt } = detail.summary;
  return (
    <PodBox pod={pod} title="JobManager">
      {heap?.heapUsed !== undefined && heap.heapMax !== undefined && heap.heapMax > 0 && (
        <Gauge
          label="Heap"
          used={heap.heapUsed}
          total={heap.heapMax}
          figures={`${mebibytes(heap.heapUsed)} of ${mebibytes(heap.heapMax)} M`}
        />
      )}
      <Facts
        stacked
        className="mt-2"
        facts={[
          { label: "REST", value: restSeenAt === undefined ? "no answer yet" : `answered ${clockText(restSeenAt)}` },
          { label: "Asks for", value: `${pod.requests.cpu} CPU, ${bytesText(pod.requests.memory)}` },
          { label: "Restarts", value: pod.restarts },
          { label: "Node", value: pod.node ?? "none yet" },
        ]}
      />
    </PodBox>
  );
}

"use client";
import type { ClusterDetail, PodView } from "#server/clusters/cluster-view.schema.ts";
import { Facts } from "../../ui/facts.tsx";
import { bytesText, clockText } from "../../ui/quantities.tsx";
import { PodBox } from "./pod-box.tsx";

interface JobManagerBoxProps {
  readonly pod: PodView;
  readonly detail: ClusterDetail;
}

/** The JobManager: whether its REST answers, what it asked for, where it runs. */
export function JobManagerBox({ pod, detail }: JobManagerBoxProps) {
  const { restSeenAt } = detail.summary;
  return (
    <PodBox pod={pod} title="JobManager">
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

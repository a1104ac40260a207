"use client";
import type { Route } from "next";
import Link from "next/link";
import type { JobsOfCluster } from "#server/jobs/schema.ts";
import { clusterHref } from "../../client/cluster-href.ts";
import { clockText } from "../../ui/quantities.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import type { Group } from "./arrange.ts";

interface ClusterHeadProps {
  readonly group: Group;
  readonly clusters: readonly JobsOfCluster[];
}

/** Above a group: its name, how many, and the health of its JobManager where the group is a cluster. */
export function ClusterHead({ group, clusters }: ClusterHeadProps) {
  const count = `${group.rows.length} ${group.rows.length === 1 ? "job" : "jobs"}`;
  const cluster = clusters.find((one) => `${one.context} / ${one.namespace} / ${one.clusterId}` === group.id);
  if (cluster === undefined) {
    return (
      <>
        <b className="font-strong text-ink">{group.id}</b>
        <span>{count}</span>
      </>
    );
  }
  const answers = cluster.state === "answered";
  return (
    <>
      <StateMark shape={answers ? "running" : "last-seen"} />
      <Link href={clusterHref(cluster) as Route} className="font-strong text-ink">
        {cluster.clusterId}
      </Link>
      <span>
        {cluster.context} / {cluster.namespace}
      </span>
      <span className="num">{count}</span>
      {!answers && cluster.at !== undefined && (
        <span className="truncate text-wait-ink">
          Shown as last seen at {clockText(cluster.at)}. {cluster.detail}
        </span>
      )}
    </>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ClusterDetail } from "#server/clusters/cluster-view.schema.ts";
import { type ClusterPlace, clusterHref, flinkUiHref } from "../../client/cluster-href.ts";
import { clusterQuery } from "../../client/cluster-query.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { Menu } from "../../ui/menu.tsx";
import { Age } from "../../ui/quantities.tsx";
import { LinkTabs } from "../../ui/tabs.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ClusterState } from "../cluster-state.tsx";
import { DeleteClusterDialog } from "../delete/delete-cluster-dialog.tsx";
import { stateWord } from "../state-word.ts";

/** Name, state and facts of a cluster, what can be done with it, and the tabs of its pages. */
export function ClusterHead({ cluster }: { readonly cluster: ClusterPlace }) {
  const router = useRouter();
  const { data } = useQuery(clusterQuery(cluster));
  const [deleting, setDeleting] = useState(false);
  const [moreOpen, setMoreOpen] = useState(false);
  const below = (page: string) => clusterHref(cluster, page);
  const stale = data?.context.staleSince !== undefined;
  useShortcuts("This cluster", [
    { keys: "l", does: "Logs", run: () => router.push(below("logs") as Route) },
    { keys: "v", does: "Log levels", run: () => router.push(below("log-levels") as Route) },
    { keys: ".", does: "More", run: () => setMoreOpen(true) },
  ]);
  return (
    <>
      <header className="flex items-center gap-3 px-5 pt-4 pb-2">
        <h1 className="truncate">{cluster.clusterId}</h1>
        {data && <HeadFacts detail={data} stale={stale} />}
        <div className="ml-auto flex gap-2">
          <ButtonLink icon="logs" href={below("logs")} keys={["l"]}>
            Logs
          </ButtonLink>
          <Menu
            open={moreOpen}
            onOpenChange={setMoreOpen}
            trigger={
              <Button icon="more" iconOnly title="More (.)">
                More actions
              </Button>
            }
            entries={[
              { label: "Log levels", icon: "settings", shortcut: "v", href: below("log-levels") },
              { label: "Configuration", icon: "templates", href: below("configuration") },
              { label: "Clone", icon: "copy", href: cloneHref(cluster) },
              { label: "Events", icon: "audit", href: below("events") },
              { label: "Flink's own web UI, read only", icon: "external", href: flinkUiHref(cluster), newTab: true },
              {
                label: "Delete cluster",
                icon: "trash",
                danger: true,
                separated: true,
                disabledReason: stale ? `${cluster.context} does not answer` : undefined,
                onSelect: () => setDeleting(true),
              },
            ]}
          />
          {data?.summary.mode === "session" && (
            <ButtonLink kind="primary" icon="plus" href={below("submit")}>
              Submit job
            </ButtonLink>
          )}
        </div>
      </header>
      <LinkTabs
        label="Cluster"
        tabs={[
          { href: clusterHref(cluster), label: "Overview" },
          { href: below("jobs"), label: "Jobs", count: data?.summary.jobs?.running, deep: true },
          { href: below("logs"), label: "Logs" },
          { href: below("log-levels"), label: "Log levels" },
          { href: below("savepoints"), label: "Savepoints" },
          { href: below("configuration"), label: "Configuration" },
          { href: below("events"), label: "Events" },
        ]}
      />
      {deleting && (
        <DeleteClusterDialog
          cluster={cluster}
          onClose={() => setDeleting(false)}
          onGone={() => router.push("/clusters" as Route)}
        />
      )}
    </>
  );
}

const cloneHref = ({ context, namespace, clusterId }: ClusterPlace) =>
  `/clusters/new?${new URLSearchParams({ clone: `${context}/${namespace}/${clusterId}` })}`;

interface HeadFactsProps {
  readonly detail: ClusterDetail;
  readonly stale: boolean;
}

function HeadFacts({ detail: { summary, annotations }, stale }: HeadFactsProps) {
  return (
    <>
      <ClusterState state={stale ? "Last seen" : stateWord(summary.observed.state)} />
      <Tag>{summary.mode === "session" ? "Session" : "Application"}</Tag>
      {summary.managedBy && (
        <Tag title={`FlinkDeployment ${summary.managedBy.name} of the Flink Kubernetes operator`}>operator</Tag>
      )}
      <Facts
        className="max-wide:hidden"
        facts={[
          { label: "Flink", value: summary.flinkVersion ?? "not known yet" },
          {
            label: "Created",
            value: (
              <>
                <Age since={summary.createdAt} /> ago
              </>
            ),
          },
          ...(annotations["drey.dev/created-by"] ? [{ label: "Created by", value: "Drey" }] : []),
        ]}
      />
    </>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { clusterHref } from "../../client/cluster-href.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { bytesText, clockText, tookText } from "../../ui/quantities.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { type Column, Row, RowActions, Table } from "../../ui/table.tsx";
import type { JobPlace } from "../job-href.ts";
import { jobSavepointsQuery } from "../savepoint-queries.ts";
import { SavepointState } from "../savepoint-words.tsx";

const columns: readonly Column[] = [
  { id: "state", head: "State", width: 116 },
  { id: "kind", head: "Why", width: 132 },
  { id: "path", head: "Where, or why not" },
  { id: "asked", head: "Asked for", width: 150, numeric: true },
  { id: "took", head: "Took", width: 90, numeric: true, wideOnly: true },
  { id: "size", head: "Size", width: 84, numeric: true, wideOnly: true },
  { id: "actions", head: "Actions", headHidden: true, width: 108 },
];

const kinds: Record<Savepoint["kind"], string> = {
  savepoint: "savepoint",
  stop: "stop with savepoint",
  seen: "made elsewhere",
  checkpoint: "last checkpoint",
};

/** The savepoints of one job, with the progress of those that are being taken. */
export function JobSavepointsPage({ job }: { readonly job: JobPlace }) {
  const { data, error, refetch, isPending } = useQuery(jobSavepointsQuery(job));
  const savepoints = data?.savepoints ?? [];
  return (
    <div className="p-5">
      <Panel title="Savepoints" note={data && (savepoints.length === 0 ? "none" : savepoints.length)}>
        {error && (
          <div className="p-3">
            <ErrorState fact="The savepoints could not be read." error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {isPending && <SkeletonRows rows={2} waitingFor="Waiting for the console" />}
        {data && savepoints.length === 0 && (
          <EmptyState title="No savepoints">None of this job was taken or seen by this console.</EmptyState>
        )}
        {savepoints.length > 0 && (
          <Table label="Savepoints" inset="in" columns={columns}>
            {savepoints.map((one) => (
              <Row key={one.id}>
                <td>
                  <SavepointState state={one.state} />
                </td>
                <td className="text-ink-2">{kinds[one.kind]}</td>
                <td className={one.reason ? "text-bad-ink" : "mono"} title={one.reason ?? one.path}>
                  {one.reason ?? one.path ?? ""}
                </td>
                <td className="num text-ink-2">{clockText(one.askedAt)}</td>
                <td className="num max-wide:hidden">
                  {one.endedAt === undefined ? "" : tookText(one.endedAt - one.askedAt)}
                </td>
                <td className="num max-wide:hidden">{one.sizeBytes === undefined ? "" : bytesText(one.sizeBytes)}</td>
                <td>{one.state === "completed" && one.path && <Actions job={job} path={one.path} />}</td>
              </Row>
            ))}
          </Table>
        )}
      </Panel>
    </div>
  );
}

function Actions({ job, path }: { readonly job: JobPlace; readonly path: string }) {
  return (
    <RowActions>
      <CopyButton text={path} label="Copy the path" />
      <ButtonLink
        kind="ghost"
        icon="play"
        iconOnly
        href={`${clusterHref(job, "submit")}?savepoint=${encodeURIComponent(path)}`}
      >
        Start a job from it
      </ButtonLink>
    </RowActions>
  );
}

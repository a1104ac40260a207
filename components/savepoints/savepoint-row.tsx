"use client";
import type { Route } from "next";
import Link from "next/link";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { clusterHref } from "../client/cluster-href.ts";
import { Button } from "../ui/button.tsx";
import { Menu, type MenuEntry } from "../ui/menu.tsx";
import { bytesText, clockText, tookText } from "../ui/quantities.tsx";
import { State } from "../ui/state-mark.tsx";
import { Row } from "../ui/table.tsx";
import { useForgetSavepoint } from "./savepoint-queries.ts";
import { kindWords, type Listing, stateWords } from "./savepoint-words.ts";

interface ActionsProps {
  readonly savepoint: Savepoint;
  readonly onStart: () => void;
  readonly onDispose: () => void;
}

interface SavepointRowProps extends ActionsProps {
  readonly listing: Listing;
  readonly atCursor: boolean;
}

/** One savepoint: where it is or why it is not, and what can be done with it. */
export function SavepointRow({ savepoint: one, listing, atCursor, onStart, onDispose }: SavepointRowProps) {
  const [word, shape] = stateWords[one.state];
  const jobHref = `/jobs/${[one.context, one.namespace, one.clusterId, one.jobId].map(encodeURIComponent).join("/")}`;
  return (
    <Row data-row={one.id} atCursor={atCursor} stale={one.state === "disposed"}>
      <td>
        <State shape={shape}>{word}</State>
      </td>
      {listing !== "job" && (
        <td title={`${one.jobName}, ${one.jobId}`}>
          <Link href={jobHref as Route} className="font-strong text-ink hover:text-accent-ink">
            {one.jobName}
          </Link>
        </td>
      )}
      {listing === "all" && (
        <td className="text-ink-2" title={`${one.context}, ${one.namespace}`}>
          <Link href={clusterHref(one) as Route} className="text-ink-2">
            {one.clusterId}
          </Link>{" "}
          <span className="text-ink-3">{one.namespace}</span>
        </td>
      )}
      <td className="text-ink-2 max-wide:hidden">{kindWords[one.kind]}</td>
      <td className={one.reason ? "text-bad-ink" : "mono"} title={one.reason ?? one.path}>
        {one.reason ?? one.path ?? ""}
      </td>
      <td className="num max-wide:hidden">{one.sizeBytes === undefined ? "" : bytesText(one.sizeBytes)}</td>
      <td className="num max-wide:hidden">{one.endedAt === undefined ? "" : tookText(one.endedAt - one.askedAt)}</td>
      <td className="num text-ink-2">{clockText(one.askedAt)}</td>
      <td>
        <Actions savepoint={one} onStart={onStart} onDispose={onDispose} />
      </td>
    </Row>
  );
}

function Actions({ savepoint: one, onStart, onDispose }: ActionsProps) {
  const forget = useForgetSavepoint();
  const { path } = one;
  const forgetting: MenuEntry = { label: "Take it off the list", icon: "minus", onSelect: () => forget.mutate(one.id) };
  const entries: readonly MenuEntry[] =
    one.state === "completed" && path !== undefined
      ? [
          { label: "Start from it", icon: "play", onSelect: onStart },
          { label: "Copy the path", icon: "copy", onSelect: () => void navigator.clipboard?.writeText(path) },
          forgetting,
          { label: "Delete its files", icon: "trash", danger: true, separated: true, onSelect: onDispose },
        ]
      : [forgetting];
  return (
    <Menu
      trigger={
        <Button kind="ghost" icon="more" iconOnly>
          {`More for the savepoint of ${one.jobName}`}
        </Button>
      }
      entries={entries}
    />
  );
}

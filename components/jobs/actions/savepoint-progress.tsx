"use client";
import { useQuery } from "@tanstack/react-query";
import type { Savepoint } from "#server/savepoints/schema.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Note } from "../../ui/note.tsx";
import { bytesText, tookText } from "../../ui/quantities.tsx";
import { State } from "../../ui/state-mark.tsx";
import { useNow } from "../../ui/use-now.ts";
import { savepointQuery } from "../savepoint-queries.ts";

/** How a savepoint stands, until Flink says how it ended. It goes on whether or not somebody looks. */
export function SavepointProgress({ savepoint }: { readonly savepoint: Savepoint }) {
  const { data = savepoint } = useQuery(savepointQuery(savepoint.id));
  const now = useNow();
  const stopped = data.kind === "stop";
  switch (data.state) {
    case "asked":
    case "in-progress":
      return (
        <div role="status" className="grid gap-1">
          <State shape="starting">
            {stopped ? "Stopping" : "Saving"} since {tookText(Math.max(0, now - data.askedAt))}
          </State>
          <p className="text-12 text-ink-3">It goes on when this is closed; the job's savepoints show how it ends.</p>
        </div>
      );
    case "completed":
      return (
        <Note
          role="status"
          family="ok"
          fact={stopped ? "Stopped. Its state is saved." : "Saved."}
          actions={data.path && <CopyButton text={data.path} label="Copy the path" withWord />}
        >
          <span className="mono break-all">{data.path}</span>
          {data.sizeBytes !== undefined && ` ${bytesText(data.sizeBytes)}`}
          {data.endedAt !== undefined && `, took ${tookText(data.endedAt - data.askedAt)}`}
        </Note>
      );
    case "failed":
      return (
        <Note role="alert" family="bad" fact={stopped ? "The job was not stopped." : "The savepoint failed."}>
          {data.reason}
        </Note>
      );
    case "unknown":
    case "disposed":
      return (
        <Note role="alert" family="wait" fact="How it ended is not known.">
          {data.reason}
        </Note>
      );
  }
}

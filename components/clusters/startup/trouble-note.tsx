"use client";
import { useId } from "react";
import type { StartupTrouble } from "#server/clusters/startup.schema.ts";
import { type ClusterPlace, clusterHref } from "../../client/cluster-href.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Note } from "../../ui/note.tsx";
import { MissingRights } from "../preflight/missing-rights.tsx";
import { familyOf } from "./startup-words.ts";

interface TroubleNoteProps {
  readonly cluster: ClusterPlace;
  readonly trouble: StartupTrouble;
}

/** What stops the start: the fact, why, the next steps, then what Kubernetes and the log say word by word. */
export function TroubleNote({ cluster, trouble }: TroubleNoteProps) {
  const { fact, why, next, said, log } = trouble;
  return (
    <div className="grid min-w-0 gap-3">
      <Note
        family={familyOf(trouble.code)}
        fact={fact}
        role="status"
        actions={
          <>
            {log && <ButtonLink href={clusterHref(cluster, "logs")}>Open the logs</ButtonLink>}
            <ButtonLink href={clusterHref(cluster, "events")}>All events</ButtonLink>
          </>
        }
      >
        {why}
        <span className="mt-2 block font-strong text-ink">Next</span>
        <ol className="list-decimal pl-4">
          {next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Note>
      {trouble.serviceAccount && (
        <MissingRights
          place={{
            context: cluster.context,
            namespace: cluster.namespace,
            serviceAccount: trouble.serviceAccount,
            highAvailability: trouble.highAvailability ? "true" : "false",
          }}
        />
      )}
      {said && <Said text={said} />}
      {log && <LastLines log={log} />}
    </div>
  );
}

/** Text from outside: shown as it is, never as markup. */
function Said({ text }: { readonly text: string }) {
  return (
    <div className="rounded-3 border border-line bg-inset px-3 py-2">
      <p className="mb-1 text-12 text-ink-2">Kubernetes says</p>
      <p className="mono break-words">{text}</p>
    </div>
  );
}

function LastLines({ log }: { readonly log: NonNullable<StartupTrouble["log"]> }) {
  const id = useId();
  const text = log.lines.join("\n");
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-3 border border-line bg-surface">
      <div className="flex h-9 items-center gap-2 border-b border-line pr-1.5 pl-3 text-12 text-ink-2">
        <span id={id} className="min-w-0 truncate" title={log.pod}>
          Last lines of <span className="mono">{log.container}</span>
          {log.previous && ", the run before"}
        </span>
        <span className="flex-1" />
        <CopyButton text={text} label="Copy the lines" />
      </div>
      {text === "" ? (
        <p className="px-3 py-2 text-12 text-ink-3">It has written nothing.</p>
      ) : (
        <div className="flex max-h-60 flex-col-reverse overflow-auto">
          <pre className="mono px-3 py-2 whitespace-pre">{text}</pre>
        </div>
      )}
    </section>
  );
}

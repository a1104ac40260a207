"use client";
import type { AuditEntry } from "#server/audit/schema.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Facts } from "../ui/facts.tsx";

interface AuditDetailProps {
  readonly entry: AuditEntry;
  readonly onShowCluster: () => void;
}

/** All that is known of one change. */
export function AuditDetail({ entry, onShowCluster }: AuditDetailProps) {
  const facts = [
    { label: "At", value: <span className="num">{entry.at}</span> },
    { label: "Who", value: entry.who },
    { label: "Context", value: entry.context },
    { label: "Action", value: <span className="mono">{entry.action}</span> },
    ...(entry.subject ? [{ label: "Subject", value: <span className="mono">{entry.subject}</span> }] : []),
  ];
  return (
    <div className="grid gap-3 py-3 whitespace-normal">
      <div className="flex items-center gap-4">
        <Facts facts={facts} />
        <span className="flex-1" />
        <Button onClick={onShowCluster}>Only this cluster</Button>
      </div>
      {entry.detail && <p className="text-bad-ink">{entry.detail}</p>}
      <div className="grid grid-cols-2 gap-4 max-wide:grid-cols-1">
        <Text name="Before" text={entry.before} />
        <Text name="After" text={entry.after} />
      </div>
    </div>
  );
}

function Text({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <figure className="min-w-0">
      <figcaption className="flex h-7 items-center text-12 text-ink-3">
        {name}
        <span className="flex-1" />
        <CopyButton text={text} label={`Copy ${name.toLowerCase()}`} />
      </figcaption>
      <pre className="mono max-h-80 overflow-auto rounded-2 border border-line bg-surface p-2 whitespace-pre-wrap">
        {text}
      </pre>
    </figure>
  );
}

"use client";
import type { ClusterDryRun } from "#server/clusters/cluster-view.schema.ts";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { clockText, tookText } from "../../ui/quantities.tsx";
import { State } from "../../ui/state-mark.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";

const columns: readonly Column[] = [
  { id: "verdict", head: "Verdict", width: 118 },
  { id: "object", head: "Object", width: 262 },
  { id: "why", head: "Why" },
];

export interface DryRun {
  readonly answer: ClusterDryRun | undefined;
  readonly error: Error | null;
  readonly context: string;
  readonly tookMs: number;
  readonly at: number;
  /** The draft has changed since. */
  readonly outdated: boolean;
}

/** What the API server says to each object. Nothing was kept. */
export function DryRunPanel({ run }: { readonly run: DryRun }) {
  const { answer, error, context, tookMs, at, outdated } = run;
  if (error) return <ErrorState fact="The dry run was not answered." error={error} stillHolds="Nothing was created." />;
  if (answer === undefined) return null;
  return (
    <Panel
      title="Dry run"
      note={`by the API server of ${context}, ${tookText(tookMs)}${outdated ? "; the form has changed since" : ""}`}
      actions={<span className="num text-12 text-ink-3">{clockText(at)}</span>}
    >
      <Table label="Dry run" inset="in" columns={columns} headless>
        {answer.verdicts.map(({ kind, name, verdict, detail }) => (
          <Row key={`${kind}/${name}`}>
            <td>
              <State shape={verdict === "accepted" ? "finished" : "failing"}>
                {verdict === "accepted" ? "Accepted" : "Refused"}
              </State>
            </td>
            <td title={name}>
              {kind} <span className="text-ink-3">{name}</span>
            </td>
            <td title={detail} className={verdict === "accepted" ? "text-ink-3" : "text-bad-ink"}>
              {detail}
            </td>
          </Row>
        ))}
      </Table>
    </Panel>
  );
}

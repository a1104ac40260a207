"use client";
import type { Proof, ProofPod, ProofStep } from "#server/log-levels/log-level-view.schema.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { clockText, tookText } from "../ui/quantities.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { type Column, Row, Table } from "../ui/table.tsx";
import { shapeOf, shortPod, tookMs } from "./proof-words.ts";

const columns: readonly Column[] = [
  { id: "pod", head: "Pod", width: 96 },
  { id: "written", head: "1 Written", width: 104 },
  { id: "mounted", head: "2 Mounted", width: 152 },
  { id: "effective", head: "3 Effective" },
];

interface ProofPanelProps {
  readonly clusterId: string;
  readonly proof: Proof;
}

/** For each pod how far the last change has come, each step with what shows it. */
export function ProofPanel({ clusterId, proof }: ProofPanelProps) {
  const { change, pods, hash } = proof;
  if (!change) {
    return (
      <Panel title="Proof">
        <EmptyState title="No level has been changed through Drey yet">
          After a change, each pod is shown on its way: written, mounted, effective.
        </EmptyState>
      </Panel>
    );
  }
  const [first] = change.loggers;
  const what = first
    ? `${first.logger} to ${first.to}${change.loggers.length > 1 ? ` and ${change.loggers.length - 1} more` : ""}`
    : "the file";
  return (
    <Panel
      title="Proof"
      note={`${what}, asked at ${clockText(change.at)} by ${change.by}`}
      actions={<Took proof={proof} />}
    >
      {pods.length === 0 ? (
        <EmptyState title="No pod runs">The next one starts with the file as it is.</EmptyState>
      ) : (
        <Table label="Proof for each pod" inset="in" columns={columns}>
          {pods.map((pod) => (
            <PodRow key={pod.pod} pod={pod} clusterId={clusterId} writtenAt={change.at} logger={first?.logger} />
          ))}
        </Table>
      )}
      <p className="px-4 pt-2 pb-3 text-12 text-ink-3">
        Mounted: the file in the pod has the hash <span className="mono">{hash.slice(0, 6)}</span>. Effective: the pod
        itself logged it. Not seen is not claimed.
      </p>
    </Panel>
  );
}

/** How long it took, beside its bound. */
function Took({ proof }: { readonly proof: Proof }) {
  const took = tookMs(proof);
  const bound = proof.boundSeconds === undefined ? "" : `at most ${proof.boundSeconds} s`;
  return (
    <span className="num shrink-0 text-12 text-ink-3">
      {took === undefined ? bound : `${tookText(took)}${bound && `, ${bound}`}`}
    </span>
  );
}

interface PodRowProps {
  readonly pod: ProofPod;
  readonly clusterId: string;
  readonly writtenAt: string;
  readonly logger: string | undefined;
}

function PodRow({ pod: { pod, mounted, effective }, clusterId, writtenAt, logger }: PodRowProps) {
  const step = effective.find((one) => one.logger === logger)?.step;
  return (
    <Row>
      <td className="mono" title={pod}>
        {shortPod(pod, clusterId)}
      </td>
      <td>
        <span className="num inline-flex items-center gap-[7px]">
          <StateMark shape="finished" />
          {clockText(writtenAt)}
        </span>
      </td>
      <td>
        <Step
          step={mounted}
          note={mounted.state === "seen" && mounted.afterMs !== undefined ? tookText(mounted.afterMs) : ""}
        />
      </td>
      <td>{step && <Step step={step} note={noteOf(step)} />}</td>
    </Row>
  );
}

function noteOf(step: ProofStep): string {
  if (step.state === "seen") return step.evidence;
  if (step.state === "not-yet") return step.by === undefined ? step.detail : `by ${clockText(step.by)}`;
  return step.detail;
}

const words: Record<Exclude<ProofStep["state"], "seen">, string> = {
  "not-yet": "not yet",
  due: "due",
  never: "never",
  unknown: "not known",
};

function Step({ step, note }: { readonly step: ProofStep; readonly note: string }) {
  const title = step.state === "seen" ? step.evidence : step.detail;
  return (
    <span className="flex min-w-0 items-center gap-[7px]" title={title}>
      <StateMark shape={shapeOf(step)} />
      <span className="num whitespace-nowrap">{step.state === "seen" ? clockText(step.at) : words[step.state]}</span>
      <span className="num min-w-0 truncate text-12 text-ink-3">{note}</span>
    </span>
  );
}

"use client";
import type { PodView } from "#server/clusters/cluster-view.schema.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Age, bytesText } from "../../ui/quantities.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";
import { ClusterState } from "../cluster-state.tsx";
import { stateWord } from "../state-word.ts";

const columns: readonly Column[] = [
  { id: "state", head: "State", width: 112 },
  { id: "pod", head: "Pod" },
  { id: "reason", head: "What is going on" },
  { id: "node", head: "Node", width: 104, wideOnly: true },
  { id: "asks", head: "CPU, memory", width: 116, numeric: true, wideOnly: true, title: "requested" },
  { id: "restarts", head: "Restarts", width: 70, numeric: true },
  { id: "age", head: "Age", width: 76, numeric: true },
];

/** The pods, JobManagers first. */
export function PodsPanel({ pods }: { readonly pods: readonly PodView[] }) {
  return (
    <Panel title="Pods" note={pods.length > 0 ? String(pods.length) : undefined}>
      {pods.length === 0 ? (
        <EmptyState title="No pods">The Deployment has not started any, or they are gone.</EmptyState>
      ) : (
        <Table label="Pods" inset="in" columns={columns}>
          {pods.map((pod) => (
            <Row key={pod.name}>
              <td>
                <ClusterState state={stateWord(pod.state)} />
              </td>
              <td title={pod.name}>{pod.name}</td>
              <td className="text-ink-2" title={pod.containers.find((one) => one.message)?.message ?? pod.reason}>
                {pod.reason}
              </td>
              <td className="text-ink-2 max-wide:hidden">{pod.node}</td>
              <td className="num max-wide:hidden">
                {pod.requests.cpu}, {bytesText(pod.requests.memory)}
              </td>
              <td className={`num ${pod.restarts === 0 ? "text-ink-3" : ""}`}>{pod.restarts}</td>
              <td className="num text-ink-2">
                <Age since={pod.createdAt} />
              </td>
            </Row>
          ))}
        </Table>
      )}
    </Panel>
  );
}

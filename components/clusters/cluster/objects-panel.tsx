"use client";
import type { ClusterDetail, ServiceView } from "#server/clusters/cluster-view.schema.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Column, Row, Table } from "../../ui/table.tsx";

const columns: readonly Column[] = [
  { id: "kind", head: "Kind", width: 112 },
  { id: "name", head: "Name" },
  { id: "what", head: "What" },
];

interface OwnedObject {
  readonly kind: string;
  readonly name: string;
  readonly what: string;
}

function portsText({ type, ports }: ServiceView): string {
  const shown = ports.map(
    (port) => `${port.port}${port.nodePort === undefined ? "" : ` on node port ${port.nodePort}`}`,
  );
  return [type === "Headless_ClusterIP" ? "headless" : type, ...shown].join(", ");
}

function deploymentText({ pods, serviceAccount }: ClusterDetail): string {
  const jobManagers = pods.filter(({ component }) => component === "jobmanager");
  const running = jobManagers.filter(({ state }) => state === "running").length;
  const up = jobManagers.length === 0 ? "no pod" : `${running} of ${jobManagers.length} up`;
  return serviceAccount === undefined ? up : `${up}, service account ${serviceAccount}`;
}

function objectsOf(detail: ClusterDetail): OwnedObject[] {
  const { summary, services, configMaps, secrets } = detail;
  return [
    // Of a deleted cluster only leftovers are there.
    ...(summary.uid === undefined
      ? []
      : [{ kind: "Deployment", name: summary.clusterId, what: deploymentText(detail) }]),
    ...services.map((service) => ({ kind: "Service", name: service.name, what: portsText(service) })),
    ...configMaps.map((map) => ({
      kind: "ConfigMap",
      name: map.name,
      what: map.highAvailability ? "high availability, stays after a deletion" : map.owned ? "" : "not owned",
    })),
    ...secrets.map((name) => ({ kind: "Secret", name, what: "" })),
  ];
}

/** What belongs to the Deployment and goes with it, and where REST is reached. */
export function ObjectsPanel({ detail }: { readonly detail: ClusterDetail }) {
  const { restAddress, owners } = detail;
  const owner = owners[0];
  return (
    <Panel
      title="Objects"
      note={owner ? `owned by ${owner.kind} ${owner.name}` : "owned by the Deployment, go with it"}
    >
      <Table label="Objects" inset="in" columns={columns} headless>
        {objectsOf(detail).map((object) => (
          <Row key={`${object.kind}/${object.name}`}>
            <td className="text-ink-2">{object.kind}</td>
            <td title={object.name}>{object.name}</td>
            <td className="text-ink-2" title={object.what}>
              {object.what}
            </td>
          </Row>
        ))}
        {restAddress && (
          <Row>
            <td className="text-ink-2">REST</td>
            <td>
              <span className="flex items-center gap-1">
                <span className="mono truncate">{restAddress.url ?? "no address yet"}</span>
                {restAddress.url !== undefined && <CopyButton text={restAddress.url} label="Copy address" />}
              </span>
            </td>
            <td className="text-ink-2" title={restAddress.detail}>
              {restAddress.detail}
            </td>
          </Row>
        )}
      </Table>
    </Panel>
  );
}

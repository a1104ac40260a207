"use client";
import { useQuery } from "@tanstack/react-query";
import type { Settings } from "#server/settings/schema.ts";
import { Facts } from "../ui/facts.tsx";
import { Panel } from "../ui/panel.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { clockText } from "../ui/quantities.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { type Column, Row, Table } from "../ui/table.tsx";
import { Tag } from "../ui/tag.tsx";
import { settingsQuery } from "./settings-queries.ts";

/** How this console was started. Read-only: settings are environment variables. */
export function SettingsPage() {
  const { data, error, isPending, refetch } = useQuery(settingsQuery);
  return (
    <div className="grid content-start gap-4 p-5">
      {error && <ErrorState fact="The settings could not be read." error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <SkeletonRows waitingFor="Waiting for the settings" />}
      {data && (
        <>
          <AboutPanel settings={data} />
          <VariablesPanel settings={data.settings} />
        </>
      )}
    </div>
  );
}

function AboutPanel({ settings }: { readonly settings: Settings }) {
  const [current, ...others] = settings.contexts;
  const facts = [
    { label: "Drey", value: settings.version },
    { label: "Node.js", value: settings.nodeVersion },
    { label: "Started", value: <span className="num">{clockText(settings.startedAt)}</span> },
    { label: "You are", value: `${settings.identity}, through the kubeconfig; there is no login` },
  ];
  return (
    <Panel title="This console" padded>
      <Facts facts={facts} />
      <h3 className="mt-4 mb-1.5 text-12 font-strong">Contexts</h3>
      {current === undefined ? (
        <p className="text-ink-2">None. The kubeconfig names no cluster; see KUBECONFIG below.</p>
      ) : (
        <ul className="grid gap-1">
          <li>
            {current} <Tag>current</Tag>
          </li>
          {others.map((context) => (
            <li key={context}>{context}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const columns: readonly Column[] = [
  { id: "name", head: "Variable", width: 208 },
  { id: "value", head: "Value", width: 272 },
  { id: "meaning", head: "Meaning" },
];

function VariablesPanel({ settings }: Pick<Settings, "settings">) {
  return (
    <Panel title="Environment variables" note="read once, at the start">
      <Table label="Environment variables" columns={columns} inset="in">
        {settings.map((setting) => (
          <Row key={setting.name}>
            <td className="mono">{setting.name}</td>
            <td
              title={
                setting.value === setting.usual ? "The default" : `Set; the default is ${setting.usual || "nothing"}`
              }
            >
              {setting.value === "" ? (
                <span className="text-ink-3">not set</span>
              ) : (
                <span className={setting.value === setting.usual ? "mono text-ink-2" : "mono font-strong"}>
                  {setting.value}
                </span>
              )}
            </td>
            <td title={setting.meaning} className="py-1.5! whitespace-normal text-ink-2">
              {setting.meaning}
            </td>
          </Row>
        ))}
      </Table>
    </Panel>
  );
}

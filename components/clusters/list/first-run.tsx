"use client";
import { useQuery } from "@tanstack/react-query";
import type { ContextView } from "#server/clusters/cluster-view.schema.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { BlankPage } from "../../ui/empty-state.tsx";
import { Logo } from "../../ui/logo.tsx";
import { StateMark, type StateShape } from "../../ui/state-mark.tsx";
import { contextsQuery } from "../cluster-queries.ts";
import { contextTrouble } from "../context-words.ts";

/** No cluster anywhere: what was looked for and where, the way to the first one, what is needed for it. */
export function FirstRun({ contexts }: { readonly contexts: readonly ContextView[] }) {
  const known = useQuery(contextsQuery).data?.contexts ?? [];
  const current = known.find((context) => context.current);
  const names = contexts.map((context) => context.context);
  const command = `npm run -s drey -- session first --context ${current?.context ?? names[0] ?? "default"} --namespace ${current?.defaultNamespace ?? "default"}`;
  return (
    <BlankPage
      mark={<Logo size={40} />}
      title={names.length === 1 ? `No Flink clusters in ${names[0]}` : "No Flink clusters yet"}
      lead={
        <>
          Drey looked {whereLooked(contexts)} for Deployments labelled{" "}
          <span className="mono">type=flink-native-kubernetes</span>. A cluster made by Flink&apos;s own client appears
          here by itself.
        </>
      }
    >
      <div className="mb-6 flex items-center gap-2">
        <ButtonLink kind="primary" big icon="plus" href="/clusters/new" keys={["c"]}>
          New cluster
        </ButtonLink>
      </div>
      <h2 className="mb-2">What you need, checked just now</h2>
      <ul className="rounded-3 border border-line">
        {contexts.map((context) => {
          const version = known.find((one) => one.context === context.context)?.version;
          return (
            <Check key={context.context} shape={context.state === "live" ? "finished" : "degraded"}>
              {contextTrouble(context) ?? `Kubernetes ${version ?? ""} answers`}{" "}
              <span className="text-ink-3">as {context.context}, through your kubeconfig</span>
            </Check>
          );
        })}
      </ul>
      <h2 className="mt-6 mb-2">Or from a terminal</h2>
      <div className="flex items-center gap-2 rounded-3 border border-line bg-surface py-2.5 pr-2.5 pl-4">
        <code className="min-w-0 flex-1 truncate">{command}</code>
        <CopyButton text={command} label="Copy" />
      </div>
    </BlankPage>
  );
}

function whereLooked(contexts: readonly ContextView[]): string {
  if (contexts.length !== 1) return `in ${contexts.length} contexts`;
  const namespaces = contexts[0]?.namespaces;
  return namespaces === undefined ? "in all namespaces" : `in ${namespaces.join(", ")}`;
}

interface CheckProps {
  readonly shape: StateShape;
  readonly children: React.ReactNode;
}

function Check({ shape, children }: CheckProps) {
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-2.5 border-b border-line px-4 py-2.5 last:border-b-0">
      <StateMark shape={shape} />
      <span>{children}</span>
    </li>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import type { ClusterStartup, StartupStep } from "#server/clusters/startup.schema.ts";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { Note } from "../../ui/note.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { useNow } from "../../ui/use-now.ts";
import { startupQuery } from "./startup-queries.ts";
import { shapeOfStep, stepTook, stepWords, totalTook } from "./startup-words.ts";
import { TroubleNote } from "./trouble-note.tsx";

interface StartupPanelProps {
  readonly cluster: ClusterPlace;
}

/** How the cluster comes up: each step with its time, and what stops it with the next step. Live. */
export function StartupPanel({ cluster }: StartupPanelProps) {
  const { data, error, refetch } = useQuery(startupQuery(cluster, true));
  if (data === undefined) {
    if (error === null) return null;
    return <ErrorState fact="How it starts could not be read." error={error} onRetry={() => void refetch()} />;
  }
  if (data.state === "none") return null;
  const { steps, trouble } = data;
  return (
    <Panel title={data.first ? "Start-up" : "Start of the JobManager"} note={<Summary startup={data} />} padded>
      <div
        className={`grid items-start gap-x-6 gap-y-4 ${trouble ? "grid-cols-[minmax(300px,2fr)_minmax(0,3fr)] max-wide:grid-cols-[minmax(0,1fr)]" : ""}`}
      >
        <ol aria-label="Steps of the start" className="grid gap-0.5">
          {steps.map((step) => (
            <Step key={step.name} step={step} startup={data} />
          ))}
        </ol>
        {trouble && <TroubleNote cluster={cluster} trouble={trouble} />}
      </div>
      <Unseen startup={data} />
    </Panel>
  );
}

function Summary({ startup: { state, steps } }: { readonly startup: ClusterStartup }) {
  const took = totalTook(steps, useNow());
  if (state === "started") return took === undefined ? "is up" : `came up in ${took}`;
  return `${state === "stuck" ? "does not come up" : "comes up"}${took === undefined ? "" : `, ${took} so far`}`;
}

interface StepProps {
  readonly step: StartupStep;
  readonly startup: ClusterStartup;
}

const inks = { done: "", doing: "font-strong", stuck: "font-strong", ahead: "text-ink-3" } as const;

function Step({ step, startup }: StepProps) {
  const took = stepTook(step, useNow());
  return (
    <li className={`grid min-h-6 grid-cols-[12px_minmax(0,1fr)_auto] items-baseline gap-x-2 ${inks[step.state]}`}>
      <StateMark shape={shapeOfStep(step, startup.trouble?.code)} className="self-center" />
      <span className="min-w-0 truncate" title={step.detail}>
        {stepWords[step.name]}
        {step.detail && <span className="ml-2 text-12 font-normal text-ink-3">{step.detail}</span>}
      </span>
      <span className="num text-12 font-normal text-ink-2">{took}</span>
      <span className="sr-only">{step.state === "ahead" ? "not yet" : step.state}</span>
    </li>
  );
}

const rights = {
  events: "events: pulls are not timed",
  logs: "logs: a crash is shown without its last lines",
  rest: "services/proxy: whether REST answers is not known",
} as const;

function Unseen({ startup: { unseen } }: { readonly startup: ClusterStartup }) {
  if (unseen.length === 0) return null;
  return (
    <div className="mt-3">
      <Note family="plain" fact="Some of it is not seen.">
        Kubernetes does not let you read {unseen.map((what) => rights[what]).join("; ")}.
      </Note>
    </div>
  );
}

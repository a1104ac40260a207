import type { Proof, ProofStep } from "#server/log-levels/log-level-view.schema.ts";
import type { StateShape } from "../ui/state-mark.tsx";

/** A shape and a few words: not seen is never called seen. */
export interface Words {
  readonly shape: StateShape;
  readonly text: string;
}

const shapes: Record<ProofStep["state"], StateShape> = {
  seen: "finished",
  "not-yet": "starting",
  due: "past",
  never: "failing",
  unknown: "last-seen",
};

export const shapeOf = (step: ProofStep): StateShape => shapes[step.state];

/** In how many pods a logger's changed level is in effect; undefined while nothing is known of it. */
export function effectiveWords(proof: Proof | undefined, logger: string): Words | undefined {
  const steps = (proof?.pods ?? []).flatMap(({ effective }) => effective.filter((one) => one.logger === logger));
  if (steps.length === 0) return undefined;
  const count = (state: ProofStep["state"]) => steps.filter(({ step }) => step.state === state).length;
  const all = steps.length;
  const pods = (n: number) => `${n} of ${all} ${all === 1 ? "pod" : "pods"}`;
  if (count("seen") === all) return { shape: "finished", text: pods(all) };
  if (count("not-yet") > 0) return { shape: "starting", text: pods(count("seen")) };
  if (count("never") > 0) return { shape: "failing", text: `never in ${count("never")} of ${all}` };
  if (count("unknown") > 0) return { shape: "last-seen", text: "can't be seen" };
  return { shape: "past", text: count("seen") > 0 ? `${count("seen")} seen, ${count("due")} due` : `due in ${all}` };
}

/** In how many pods the file itself is mounted. */
export function mountedWords(proof: Proof | undefined): string {
  const pods = proof?.pods ?? [];
  if (pods.length === 0) return "";
  return `${pods.filter(({ mounted }) => mounted.state === "seen").length} of ${pods.length} ${pods.length === 1 ? "pod" : "pods"}`;
}

/** How long the last change took until it was in effect everywhere, once it is; in ms. */
export function tookMs(proof: Proof): number | undefined {
  const changed = new Set(proof.change?.loggers.map(({ logger }) => logger));
  const steps = proof.pods.flatMap(({ effective }) => effective.filter(({ logger }) => changed.has(logger)));
  const times = steps.flatMap(({ step }) =>
    step.state === "seen" && step.afterMs !== undefined ? [step.afterMs] : [],
  );
  return steps.length > 0 && times.length === steps.length ? Math.max(...times) : undefined;
}

/** `jm` for the JobManager, `tm-1-3` for a TaskManager: what tells the pods of one cluster apart. */
export function shortPod(pod: string, clusterId: string): string {
  const rest = pod.startsWith(`${clusterId}-`) ? pod.slice(clusterId.length + 1) : pod;
  return rest.startsWith("taskmanager-") ? rest.replace("taskmanager-", "tm-") : `jm-${rest.split("-").at(-1) ?? rest}`;
}

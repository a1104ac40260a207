import type { LevelEffect, Proof, ProofStep } from "../log-level-view.schema.ts";

/** What the proof of a change says of all pods together: in how many it is in effect, and how long the last one took. */
export function effectOf({ pods, change, boundSeconds, cut }: Proof): LevelEffect {
  const mounted = pods.map((pod) => pod.mounted);
  return {
    pods: pods.length,
    cut,
    mounted: counted(mounted),
    ...(boundSeconds !== undefined && { boundSeconds }),
    loggers: (change?.loggers ?? []).map(({ logger, to }) => {
      const steps = pods.flatMap(({ effective }) => effective.filter((one) => one.logger === logger));
      return { logger, to, ...counted(steps.map(({ step }) => step)) };
    }),
  };
}

function counted(steps: readonly ProofStep[]): LevelEffect["mounted"] {
  const of = (state: ProofStep["state"]) => steps.filter((step) => step.state === state).length;
  const took = steps.flatMap((step) => (step.state === "seen" && step.afterMs !== undefined ? [step.afterMs] : []));
  const why = steps.find((step) => step.state === "never") ?? steps.find((step) => step.state === "unknown");
  return {
    seen: of("seen"),
    due: of("due") + of("not-yet"),
    never: of("never"),
    unknown: of("unknown"),
    ...(took.length > 0 && { slowestMs: Math.max(...took) }),
    ...(why && "detail" in why && { why: why.detail }),
  };
}

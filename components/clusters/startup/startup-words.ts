import type { StartupStep, StartupStepName, StartupTroubleCode } from "#server/clusters/startup.schema.ts";
import { tookText } from "../../ui/quantities.tsx";
import type { StateShape } from "../../ui/state-mark.tsx";

export const stepWords: Readonly<Record<StartupStepName, string>> = {
  deployment: "Deployment accepted",
  pods: "JobManager pod scheduled",
  images: "Images pulled",
  containers: "Containers started",
  rest: "REST answers",
  job: "Job runs",
};

/** What Kubernetes goes on with by itself as soon as something outside changes: Pending, not Failing. */
const waiting: readonly StartupTroubleCode[] = ["quota-exceeded", "unschedulable", "rest-silent"];

export const familyOf = (code: StartupTroubleCode): "wait" | "bad" => (waiting.includes(code) ? "wait" : "bad");

/** The shape of a step; `code` is what the cluster is stuck on. */
export function shapeOfStep({ state }: StartupStep, code: StartupTroubleCode | undefined): StateShape {
  switch (state) {
    case "done":
      return "finished";
    case "doing":
      return "starting";
    case "stuck":
      return code !== undefined && familyOf(code) === "wait" ? "pending" : "failing";
    case "ahead":
      return "past";
  }
}

/** Kubernetes' times are whole seconds: what took none took less than one. */
const secondsText = (milliseconds: number) =>
  milliseconds < 1_000
    ? "under 1 s"
    : tookText(Math.round(milliseconds / 1_000) * 1_000).replace(/^(\d)\.0 s$/, "$1 s");

/** How long a step took, or takes so far; absent for what has not begun. */
export function stepTook({ state, from, at }: StartupStep, now: number): string | undefined {
  if (state === "ahead") return undefined;
  if (state === "done") return from === undefined || at === undefined ? "time not seen" : secondsText(at - from);
  if (from === undefined) return undefined;
  return state === "doing" ? `${secondsText(now - from)} so far` : `since ${secondsText(now - from)}`;
}

/** From the first step's begin to the last step's end, or to now. */
export function totalTook(steps: readonly StartupStep[], now: number): string | undefined {
  const from = steps.find((step) => step.from !== undefined)?.from;
  const last = steps.at(-1);
  if (from === undefined) return undefined;
  if (last?.state !== "done") return secondsText(now - from);
  return last.at === undefined ? undefined : secondsText(last.at - from);
}

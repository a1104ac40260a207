import type { Pressure } from "../schema.ts";
import type { Rate, SeenDetails, VertexMetric } from "./seen.ts";

/** What one vertex does now. Rates are over all its subtasks, pressure is their mean, `worst` the highest of them. */
export interface VertexRates {
  readonly recordsInPerSecond: number | undefined;
  readonly recordsOutPerSecond: number | undefined;
  readonly pressure: Pressure | undefined;
  readonly worst: Pressure | undefined;
}

/** From Flink's aggregates, where times are milliseconds per second. A source may not measure how busy it is. */
export function vertexRates(metrics: readonly VertexMetric[]): VertexRates {
  const of = (name: Rate) => metrics.find((metric) => metric.id === name);
  const share = (kind: "avg" | "max"): Pressure | undefined => {
    const backPressured = of("backPressuredTimeMsPerSecond")?.[kind];
    const busy = of("busyTimeMsPerSecond")?.[kind];
    const idle = of("idleTimeMsPerSecond")?.[kind];
    if (backPressured === undefined) return undefined;
    return {
      backPressured: clamp(backPressured / 1000),
      busy: clamp((busy ?? 0) / 1000),
      idle: clamp((idle ?? 0) / 1000),
    };
  };
  return {
    recordsInPerSecond: of("numRecordsInPerSecond")?.sum,
    recordsOutPerSecond: of("numRecordsOutPerSecond")?.sum,
    pressure: share("avg"),
    worst: share("max"),
  };
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The pressure of the vertex that suffers most, and what the sources emit, of a whole job. */
export function jobRates(
  plan: SeenDetails["plan"],
  rates: ReadonlyMap<string, VertexRates>,
): { pressure: Pressure | undefined; recordsPerSecond: number | undefined } {
  const worst = [...rates.values()].flatMap(({ worst: one }) => (one ? [one] : []));
  const sources = plan.nodes.filter((node) => node.inputs.length === 0).map((node) => rates.get(node.id));
  const emitted = sources.flatMap((source) =>
    source?.recordsOutPerSecond === undefined ? [] : [source.recordsOutPerSecond],
  );
  return {
    pressure: worst.toSorted((a, b) => b.backPressured - a.backPressured || b.busy - a.busy)[0],
    recordsPerSecond: emitted.length === 0 ? undefined : emitted.reduce((sum, one) => sum + one, 0),
  };
}

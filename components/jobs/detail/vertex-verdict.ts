import type { JobDetails, Vertex } from "#server/jobs/job.schema.ts";

type Edges = JobDetails["edges"];

/** What to say of a vertex, and the family whose colours its box takes. */
export interface Verdict {
  readonly family: "plain" | "wait" | "bad" | "info" | "ok";
  readonly words: string;
  /** At the right end: the number that the words are about. */
  readonly figure: string;
}

const highPressure = 0.5;
const lowPressure = 0.1;
/** A vertex that holds up others is busy at least so much. */
const busyEnough = 0.6;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const isPressed = (vertex: Vertex | undefined): boolean => (vertex?.worst?.backPressured ?? 0) >= highPressure;

/** The vertices that slow down what feeds them: busy, not held up themselves, and fed by one that is. */
export function bottlenecks(vertices: readonly Vertex[], edges: Edges): ReadonlySet<string> {
  const byId = new Map(vertices.map((vertex) => [vertex.id, vertex]));
  const found = vertices.filter(
    (vertex) =>
      !isPressed(vertex) &&
      (vertex.worst?.busy ?? 0) >= busyEnough &&
      edges.some((edge) => edge.to === vertex.id && isPressed(byId.get(edge.from))),
  );
  return new Set(found.map((vertex) => vertex.id));
}

const stateWords: Readonly<Record<string, readonly [words: string, family: Verdict["family"]]>> = {
  CREATED: ["Waits for slots", "info"],
  SCHEDULED: ["Waits for slots", "info"],
  DEPLOYING: ["Deploying", "info"],
  INITIALIZING: ["Restoring state", "info"],
  FINISHED: ["Finished", "plain"],
  CANCELING: ["Canceling", "plain"],
  CANCELED: ["Canceled", "plain"],
  FAILED: ["Failed", "bad"],
};

/** The worst that is to be said of a vertex. */
export function verdictOf(vertex: Vertex, isBottleneck: boolean): Verdict {
  const stated = stateWords[vertex.status];
  if (stated) return { words: stated[0], family: stated[1], figure: runningText(vertex) };
  const pressure = vertex.worst;
  if (pressure === undefined) return { words: "Running", family: "plain", figure: "" };
  if (pressure.backPressured >= highPressure) {
    return { words: "Back-pressured", family: "bad", figure: percent(pressure.backPressured) };
  }
  if (isBottleneck) return { words: "Busy, the bottleneck", family: "wait", figure: percent(pressure.busy) };
  if (pressure.backPressured >= lowPressure) {
    return { words: "Some pressure", family: "wait", figure: percent(pressure.backPressured) };
  }
  return { words: "No pressure", family: "plain", figure: `busy ${percent(pressure.busy)}` };
}

/** «6 of 6»: subtasks that run, of all. */
export const runningText = (vertex: Vertex): string => `${vertex.subtasks["RUNNING"] ?? 0} of ${vertex.parallelism}`;

/** One sentence about the whole graph, for its head. */
export function graphSentence(vertices: readonly Vertex[], edges: Edges): string {
  const slow = bottlenecks(vertices, edges);
  const [first] = vertices.filter((vertex) => slow.has(vertex.id));
  if (first) {
    const busy = percent(first.worst?.busy ?? 0);
    return `${shortName(first)} is the bottleneck: it is busy ${busy} and slows what comes before it`;
  }
  if (vertices.some(isPressed)) return "back-pressured from outside the graph";
  const waiting = vertices.filter((vertex) => ["CREATED", "SCHEDULED"].includes(vertex.status)).length;
  return waiting > 0 ? `${waiting} of ${vertices.length} vertices wait for slots` : "";
}

/** The first operator of a chain, which names the box. */
export function shortName({ description, name }: Pick<Vertex, "description" | "name">): string {
  return (description.split("\n")[0] ?? name).replace(/\(.*/s, "").trim() || name;
}

/** The other operators of the chain. */
export function chainText({ description }: Pick<Vertex, "description">): string {
  const rest = description.split("\n").slice(1);
  return rest
    .map((line) =>
      line
        .replace(/^[\s:|+-]+/, "")
        .replace(/\(.*/s, "")
        .trim(),
    )
    .filter(Boolean)
    .join(", ");
}

import { z } from "zod";
import { ConsoleError, type Failure } from "../errors.ts";
import { flinkErrorLine } from "./flink-error.ts";

/** A refusal of the API server on the way, told from the JobManager's own answer by its `kind`. */
const kubernetesStatus = z.object({ kind: z.literal("Status"), message: z.string().default(""), code: z.number() });

export interface Refusal {
  readonly status: number;
  /** The body as JSON, or undefined when it was none. */
  readonly body: unknown;
  readonly clusterId: string;
  /** What was asked for, in words: `job 0bba…`. */
  readonly what: string;
}

/** Names the failure behind an answer that is not a success. Decides by status and fields, never by message text. */
export function failureOf(refusal: Refusal): Failure {
  const { status, body, clusterId, what } = refusal;
  const fromKubernetes = kubernetesStatus.safeParse(body);
  if (fromKubernetes.success) return failureOnTheWay(fromKubernetes.data, clusterId);
  if (status === 404) return { kind: "not-found", resource: what };
  // A JobManager between two leaders, and a proxy without a JobManager behind it.
  if (status === 502 || status === 503 || status === 504) return { kind: "flink-unreachable", clusterId };
  if (status === 413) return { kind: "too-large", what, limit: "the JobManager's rest.server.max-content-length" };
  return { kind: "flink-rejected", detail: flinkErrorLine(body) ?? `The JobManager answered ${status} to ${what}.` };
}

function failureOnTheWay(sent: z.output<typeof kubernetesStatus>, clusterId: string): Failure {
  if (sent.code === 403) return { kind: "not-permitted", verb: "get", resource: "services/proxy" };
  if (sent.code === 404) return { kind: "not-found", resource: `REST Service of cluster ${clusterId}` };
  if (sent.code === 413) return { kind: "too-large", what: "the request", limit: "what the API server takes" };
  if (sent.code >= 500) return { kind: "flink-unreachable", clusterId };
  return { kind: "kubernetes-rejected", detail: sent.message.slice(0, 600) };
}

export const refused = (refusal: Refusal): ConsoleError => new ConsoleError(failureOf(refusal));

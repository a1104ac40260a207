import { readText } from "./api.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { PodLogOptions } from "./kubernetes-door.ts";
import { pathOf } from "./paths.ts";
import { type Asked, errorOfStatus, parseStatus } from "./status.ts";

const statusLimit = 1024 * 1024;

/**
 * Opens a container's log as raw bytes, every line led by its timestamp.
 *
 * A quiet pod is no failure, so a followed log waits for ever between bytes. A connection that breaks throws
 * `kubernetes-unreachable` out of the iteration; the log's own end ends it.
 */
export async function podLog(
  connection: KubernetesConnection,
  namespace: string,
  pod: string,
  options: PodLogOptions,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const asked: Asked = { context: connection.context, verb: "get", resource: `Pod ${namespace}/${pod}`, namespace };
  const response = await connection.send({
    method: "GET",
    path: `${pathOf("Pod", namespace, pod)}/log`,
    query: {
      container: options.container,
      follow: options.follow || undefined,
      previous: options.previous || undefined,
      sinceTime: options.sinceTime,
      tailLines: options.tailLines,
      limitBytes: options.limitBytes,
      timestamps: true,
    },
    headers: { accept: "*/*" },
    signal,
    headersTimeoutMs: 30_000,
    bodyTimeoutMs: options.follow ? 0 : 60_000,
  });
  if (response.statusCode !== 200) {
    throw errorOfStatus(response.statusCode, parseStatus(await readText(response, asked, statusLimit)), asked);
  }
  return bytesOf(connection, response.body, signal);
}

async function* bytesOf(
  connection: KubernetesConnection,
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw connection.failure(error, signal);
  }
}

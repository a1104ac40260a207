import { ConsoleError } from "../errors.ts";
import { readText } from "./api.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { ProxyAnswer, ProxyRequest } from "./kubernetes-door.ts";
import { pathOf } from "./paths.ts";
import { type Asked, errorOfStatus, parseStatus } from "./status.ts";

const defaultTimeoutMs = 30_000;
const statusLimit = 1024 * 1024;
const unreachableCodes = [502, 503, 504];

/**
 * One request to a Service through the API server's proxy.
 *
 * An answer of the Service comes back whatever its status. A refusal by the API server itself is thrown: `not-found`
 * when there is no such Service, `not-permitted`, and `not-possible-now` when nothing answers behind it. The API server's
 * words are told apart by their shape: a Status document, or plain text where the Service speaks JSON.
 */
export async function proxyService(
  connection: KubernetesConnection,
  namespace: string,
  service: string,
  port: string,
  request: ProxyRequest,
  signal?: AbortSignal,
): Promise<ProxyAnswer> {
  const resource = `Service ${namespace}/${service}`;
  const asked: Asked = { context: connection.context, verb: "get", resource, namespace };
  const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
  const response = await connection.send({
    method: request.method,
    path: `${pathOf("Service", namespace, `${service}:${port}`)}/proxy${request.path}`,
    headers: { accept: "*/*", ...request.headers },
    ...(request.body !== undefined && { body: request.body }),
    signal,
    headersTimeoutMs: timeoutMs,
    bodyTimeoutMs: timeoutMs,
  });
  const headers = headersOf(response.headers);
  if (response.statusCode < 400) return { status: response.statusCode, headers, body: response.body };

  const text = await readText(response, asked, statusLimit);
  const status = parseStatus(text);
  const json = (headers["content-type"] ?? "").includes("json");
  // A Service that was made just now has no Endpoints object yet.
  const nothingBehind = response.statusCode === 404 && status?.details?.kind === "endpoints";
  if (nothingBehind || (unreachableCodes.includes(response.statusCode) && (status !== undefined || !json))) {
    const cause = new Error(`${response.statusCode} ${text.slice(0, 500)}`);
    throw new ConsoleError({ kind: "not-possible-now", detail: `${resource} does not answer yet.` }, { cause });
  }
  if (status !== undefined) throw errorOfStatus(response.statusCode, status, asked);
  return { status: response.statusCode, headers, body: onceOf(Buffer.from(text)) };
}

function headersOf(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

async function* onceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

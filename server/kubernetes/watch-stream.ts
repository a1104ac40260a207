import { z } from "zod";
import { ConsoleError } from "../errors.ts";
import { readText, sendJson } from "./api.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { Kind, Kinds } from "./kubernetes-door.ts";
import { askedFor, parseList, parseObject } from "./objects.ts";
import { pathOf } from "./paths.ts";
import { type Asked, errorOfStatus, parseStatus, statusSchema } from "./status.ts";

export interface WatchTarget<K extends Kind> {
  readonly kind: K;
  /** undefined means all namespaces. */
  readonly namespace: string | undefined;
  readonly labelSelector: string;
}

export type WatchEvent<K extends Kind> =
  | { readonly type: "changed" | "deleted"; readonly object: Kinds[K]; readonly resourceVersion: string }
  | { readonly type: "bookmark"; readonly resourceVersion: string };

/** The server has forgotten the version that was asked for: list anew. */
export class ExpiredError extends Error {}

const pageSize = 500;
/** Past this a list is cut: a console for more clusters than that needs another view anyway. */
const mostItems = 20_000;
const lineLimit = 16 * 1024 * 1024;
const watchSeconds = 300;

/** Every page of a list. A page token that has expired half way throws ExpiredError. */
export async function listAll<K extends Kind>(
  connection: KubernetesConnection,
  { kind, namespace, labelSelector }: WatchTarget<K>,
  signal: AbortSignal,
): Promise<{ items: Kinds[K][]; resourceVersion: string }> {
  const items: Kinds[K][] = [];
  let next: string | undefined;
  for (;;) {
    const answer = await sendJson(connection, {
      method: "GET",
      path: pathOf(kind, namespace),
      query: { labelSelector, limit: pageSize, continue: next },
      asked: askedFor(connection, "list", kind, namespace),
      signal,
    });
    const page = parseList(kind, answer);
    items.push(...page.items);
    next = page.next;
    if (next === undefined || items.length >= mostItems) return { items, resourceVersion: page.resourceVersion };
  }
}

/** Opens a watch from a version on; answers once the server has taken it. `quietMs` of silence break it. */
export async function openWatch<K extends Kind>(
  connection: KubernetesConnection,
  { kind, namespace, labelSelector }: WatchTarget<K>,
  resourceVersion: string,
  quietMs: number,
  signal: AbortSignal,
): Promise<AsyncIterable<WatchEvent<K>>> {
  const asked = askedFor(connection, "watch", kind, namespace);
  const response = await connection.send({
    method: "GET",
    path: pathOf(kind, namespace),
    query: { labelSelector, resourceVersion, watch: true, allowWatchBookmarks: true, timeoutSeconds: watchSeconds },
    signal,
    headersTimeoutMs: 30_000,
    bodyTimeoutMs: quietMs,
  });
  if (response.statusCode !== 200) {
    const status = parseStatus(await readText(response, asked, lineLimit));
    throw response.statusCode === 410 ? new ExpiredError() : errorOfStatus(response.statusCode, status, asked);
  }
  return eventsOf(kind, response.body, asked);
}

async function* eventsOf<K extends Kind>(
  kind: K,
  body: AsyncIterable<Uint8Array>,
  asked: Asked,
): AsyncGenerator<WatchEvent<K>> {
  for await (const line of linesOf(body)) yield parseEvent(kind, line, asked);
}

const eventSchema = z.object({ type: z.string(), object: z.unknown() });
const versionedSchema = z.object({ metadata: z.object({ resourceVersion: z.string() }) });

function parseEvent<K extends Kind>(kind: K, line: string, asked: Asked): WatchEvent<K> {
  const { type, object } = eventSchema.parse(JSON.parse(line));
  if (type === "ERROR") throw errorOfEvent(object, asked);
  const { resourceVersion } = versionedSchema.parse(object).metadata;
  if (type === "BOOKMARK") return { type: "bookmark", resourceVersion };
  return { type: type === "DELETED" ? "deleted" : "changed", object: parseObject(kind, object), resourceVersion };
}

function errorOfEvent(object: unknown, asked: Asked): Error {
  const status = statusSchema.safeParse(object).data;
  const expired = status?.code === 410 || status?.reason === "Expired" || status?.reason === "Gone";
  return expired ? new ExpiredError() : errorOfStatus(status?.code ?? 500, status, asked);
}

/** Text lines of a byte stream, empty ones left out; a line over the limit ends it with `too-large`. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > lineLimit) throw new ConsoleError({ kind: "too-large", what: "a watch event", limit: "16 MiB" });
    yield* lines.filter((line) => line.trim() !== "");
  }
}

import { z } from "zod";
import { ConsoleError } from "../errors.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { readFlinkUiOperation } from "./flink-ui.schema.ts";
import { allowedFlinkPath } from "./parts/allowed-path.ts";
import { flinkUiFileType } from "./parts/flink-ui-file.ts";
import { flinkUiTicket } from "./parts/flink-ui-tickets.ts";
import { bounded, type Forwarded, isRedirect, mediaTypeOf, refuse, streamOf } from "./parts/pass-on.ts";

const maxQuery = 8_000;
const maxAnswerBytes = 64 * 1024 * 1024;
const maxConfigBytes = 64 * 1024;
const timeoutMs = 60_000;
const fresh = "no-store, no-transform";
/** Their names carry a hash, and their address a token of its own. */
const kept = "private, max-age=3600, no-transform";

/**
 * Passes a file of Flink's own web UI on, or what that UI reads of its JobManager. Only reading, only allowed paths, and
 * as whom the token says; whatever the JobManager sends runs in a sandbox (`server/http/sandboxed-route.ts`).
 * Source class: JobManager REST.
 */
export async function passFlinkUi(
  { token }: RequestOf<typeof readFlinkUiOperation>,
  request: Request,
): Promise<Response> {
  const { caller, cluster } = flinkUiTicket(token);
  const { pathname, search } = new URL(request.url);
  const raw = /^\/api\/v1\/flink-ui\/[^/]+(\/.*)$/.exec(pathname)?.[1] ?? "";
  const fileType = flinkUiFileType(raw);
  const path = fileType === undefined ? allowedFlinkPath("GET", raw) : raw;
  if (path === undefined || search.length > maxQuery) {
    throw new ConsoleError({ kind: "not-found", resource: "that path of Flink's web UI" });
  }
  const headers = { accept: "*/*" };
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
  const wanted = { method: "GET" as const, path: `${path}${fileType === undefined ? search : ""}`, headers, timeoutMs };
  const answer = await caller.flink(cluster).forward(wanted, signal);
  if (isRedirect(answer)) throw await refuse(answer, "what it answers itself");
  if (fileType !== undefined) return fileResponse(answer, fileType);
  if (!/^(application\/json|text\/plain)\b/i.test(mediaTypeOf(answer)))
    throw await refuse(answer, "JSON or plain text");
  return path === "/config" ? await withoutChanges(answer) : passedOn(answer, dataType(answer), fresh);
}

function fileResponse(answer: Forwarded, mediaType: string): Response {
  return answer.status < 400
    ? passedOn(answer, mediaType, mediaType.startsWith("text/html") ? fresh : kept)
    : passedOn(answer, dataType(answer), fresh);
}

const dataType = (answer: Forwarded): string =>
  /^application\/json\b/i.test(mediaTypeOf(answer)) ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";

const passedOn = (answer: Forwarded, mediaType: string, cacheControl: string): Response =>
  new Response(streamOf(bounded(answer.body, maxAnswerBytes, "The answer")), {
    status: answer.status,
    headers: { "content-type": mediaType, "cache-control": cacheControl },
  });

const uiConfiguration = z.looseObject({ features: z.record(z.string(), z.boolean()) });

/** Tells the UI that it may change nothing, so that it does not show what would be refused. */
async function withoutChanges(answer: Forwarded): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bounded(answer.body, maxConfigBytes, "The UI's configuration")) chunks.push(chunk);
  const sent: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const known = uiConfiguration.safeParse(sent).data;
  const features = { ...known?.features, "web-submit": false, "web-cancel": false, "web-rescale": false };
  const headers = { "cache-control": fresh };
  return Response.json(known ? { ...known, features } : sent, { status: answer.status, headers });
}

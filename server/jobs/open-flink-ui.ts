import type { Caller } from "../caller.ts";
import type { RequestOf } from "../operation.schema.ts";
import type { enterFlinkUiOperation, openFlinkUiOperation } from "./flink-ui.schema.ts";
import { flinkUiTicket, issueFlinkUiToken } from "./parts/flink-ui-tickets.ts";

/**
 * Sends a browser to Flink's own web UI. A link may lead here: what it opens can only be read, and only by who followed
 * it, because no other page learns the address.
 *
 * Throws `flink-unreachable` and the like when no JobManager answers, before there is an address.
 */
export async function openFlinkUi(
  { context, namespace, clusterId, view }: RequestOf<typeof openFlinkUiOperation>,
  request: Request,
  caller: Caller,
): Promise<Response> {
  const cluster = { context, namespace, clusterId };
  await caller.flink(cluster).overview(request.signal);
  const token = issueFlinkUiToken({ caller, cluster });
  return redirect(`${firstPage(token)}#/${view}`);
}

/** Sends a browser that reloads an opened web UI to its first page; what stands after `#` stays. */
export async function enterFlinkUi({ token }: RequestOf<typeof enterFlinkUiOperation>): Promise<Response> {
  flinkUiTicket(token);
  return redirect(firstPage(token));
}

const firstPage = (token: string): string => `/api/v1/flink-ui/${token}/index.html`;

const redirect = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });

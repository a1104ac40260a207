import { listContexts } from "#server/clusters/list-contexts.ts";
import { listContextsOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listContextsOperation, listContexts);

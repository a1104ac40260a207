import { preflightOperation } from "#server/clusters/preflight.schema.ts";
import { preflightPlace } from "#server/clusters/preflight-place.ts";
import { route } from "#server/http/route.ts";

export const GET = route(preflightOperation, preflightPlace);

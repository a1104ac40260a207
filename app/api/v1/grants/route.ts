import { grantRights } from "#server/clusters/grant-rights.ts";
import { grantRightsOperation } from "#server/clusters/preflight.schema.ts";
import { route } from "#server/http/route.ts";

export const POST = route(grantRightsOperation, grantRights);

import { route } from "#server/http/route.ts";
import { listSavepoints } from "#server/savepoints/list-savepoints.ts";
import { listSavepointsOperation } from "#server/savepoints/schema.ts";

export const GET = route(listSavepointsOperation, listSavepoints);

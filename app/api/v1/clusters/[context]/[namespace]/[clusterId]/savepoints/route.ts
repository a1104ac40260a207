import { route } from "#server/http/route.ts";
import { listClusterSavepoints } from "#server/savepoints/list-savepoints.ts";
import { listClusterSavepointsOperation } from "#server/savepoints/schema.ts";

export const GET = route(listClusterSavepointsOperation, listClusterSavepoints);

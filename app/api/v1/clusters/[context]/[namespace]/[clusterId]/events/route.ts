import { listClusterEvents } from "#server/clusters/list-cluster-events.ts";
import { listClusterEventsOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listClusterEventsOperation, listClusterEvents);

import { route } from "#server/http/route.ts";
import { listTaskManagers } from "#server/jobs/list-task-managers.ts";
import { listTaskManagersOperation } from "#server/jobs/schema.ts";

export const GET = route(listTaskManagersOperation, listTaskManagers);

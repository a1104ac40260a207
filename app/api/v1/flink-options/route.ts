import { listFlinkOptions } from "#server/clusters/list-flink-options.ts";
import { listFlinkOptionsOperation } from "#server/clusters/new-cluster.schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listFlinkOptionsOperation, listFlinkOptions);

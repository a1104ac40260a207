import { route } from "#server/http/route.ts";
import { listClusterJars } from "#server/jobs/cluster-jars.ts";
import { listClusterJarsOperation } from "#server/jobs/jars.schema.ts";

export const GET = route(listClusterJarsOperation, listClusterJars);

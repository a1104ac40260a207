import { route } from "#server/http/route.ts";
import { deleteClusterJar } from "#server/jobs/cluster-jars.ts";
import { deleteClusterJarOperation } from "#server/jobs/jars.schema.ts";

export const DELETE = route(deleteClusterJarOperation, deleteClusterJar);

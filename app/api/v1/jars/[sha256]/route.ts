import { route } from "#server/http/route.ts";
import { deleteStoredJarOperation } from "#server/jobs/jars.schema.ts";
import { deleteStoredJar } from "#server/jobs/stored-jars.ts";

export const DELETE = route(deleteStoredJarOperation, deleteStoredJar);

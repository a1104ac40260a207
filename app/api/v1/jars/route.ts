import { uploadRoute } from "#server/http/raw-route.ts";
import { route } from "#server/http/route.ts";
import { listStoredJarsOperation, uploadJarOperation } from "#server/jobs/jars.schema.ts";
import { listStoredJars, uploadJar } from "#server/jobs/stored-jars.ts";

export const GET = route(listStoredJarsOperation, listStoredJars);
export const POST = uploadRoute(uploadJarOperation, uploadJar);

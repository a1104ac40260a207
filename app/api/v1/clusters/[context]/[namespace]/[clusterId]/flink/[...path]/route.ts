import { rawRoute } from "#server/http/raw-route.ts";
import {
  flinkDeleteOperation,
  flinkGetOperation,
  flinkPatchOperation,
  flinkPostOperation,
  flinkPutOperation,
} from "#server/jobs/flink-proxy.schema.ts";
import { passToFlink } from "#server/jobs/flink-proxy.ts";

export const GET = rawRoute(flinkGetOperation, passToFlink);
export const POST = rawRoute(flinkPostOperation, passToFlink);
export const PUT = rawRoute(flinkPutOperation, passToFlink);
export const PATCH = rawRoute(flinkPatchOperation, passToFlink);
export const DELETE = rawRoute(flinkDeleteOperation, passToFlink);

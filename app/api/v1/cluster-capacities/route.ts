import { readCapacityOperation } from "#server/clusters/capacity.schema.ts";
import { readCapacity } from "#server/clusters/read-capacity.ts";
import { route } from "#server/http/route.ts";

export const POST = route(readCapacityOperation, readCapacity);

import { route } from "#server/http/route.ts";
import { triggerSavepointOperation } from "#server/savepoints/schema.ts";
import { triggerSavepoint } from "#server/savepoints/take-savepoint.ts";

export const POST = route(triggerSavepointOperation, triggerSavepoint);

import { route } from "#server/http/route.ts";
import { disposeSavepoint } from "#server/savepoints/dispose-savepoint.ts";
import { disposeSavepointOperation } from "#server/savepoints/schema.ts";

export const POST = route(disposeSavepointOperation, disposeSavepoint);

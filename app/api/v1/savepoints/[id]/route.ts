import { route } from "#server/http/route.ts";
import { forgetSavepoint, readSavepoint } from "#server/savepoints/list-savepoints.ts";
import { forgetSavepointOperation, readSavepointOperation } from "#server/savepoints/schema.ts";

export const GET = route(readSavepointOperation, readSavepoint);
export const DELETE = route(forgetSavepointOperation, forgetSavepoint);

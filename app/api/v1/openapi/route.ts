import { readOpenApiOperation } from "#server/http/openapi.schema.ts";
import { readOpenApi } from "#server/http/read-openapi.ts";
import { route } from "#server/http/route.ts";

export const GET = route(readOpenApiOperation, readOpenApi);

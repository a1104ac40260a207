import type { z } from "zod";
import type { readOpenApiOperation } from "./openapi.schema.ts";
import { openApiDocument } from "./openapi.ts";
import { allOperations } from "./openapi-operations.ts";

/** The description of the whole API, made from the schemas that its routes parse with. */
export async function readOpenApi(): Promise<z.input<typeof readOpenApiOperation.answer>> {
  return openApiDocument(allOperations);
}

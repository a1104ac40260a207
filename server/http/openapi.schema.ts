import { z } from "zod";
import { operation } from "../operation.schema.ts";

export const readOpenApiOperation = operation({
  id: "readOpenApi",
  method: "GET",
  path: "/openapi",
  summary: "This description of the API",
  answer: z.looseObject({
    openapi: z.literal("3.1.0"),
    info: z.looseObject({}),
    paths: z.record(z.string(), z.looseObject({})),
  }),
});

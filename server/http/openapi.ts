import { z } from "zod";
import type { Operation } from "../operation.schema.ts";
import { version } from "../version.ts";
import { problem, problemMediaType } from "./problem.schema.ts";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of these operations. */
export function openApiDocument(operations: readonly Operation[]) {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = operationObject(operation);
    paths[operation.path] = path;
  }
  return {
    openapi: "3.1.0" as const,
    info: {
      title: "Drey",
      version,
      description:
        "Apache Flink running natively on Kubernetes. Every failure is a problem document (RFC 9457): switch on its `type`.",
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, "output") },
      responses: {
        Problem: {
          description: "It failed: `type` says how, `detail` what to do.",
          content: { [problemMediaType]: { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

function operationObject(operation: Operation): Json {
  const body = operation.method === "GET" ? undefined : bodyOf(operation);
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.path.split("/")[1] ?? ""],
    parameters: [...parametersOf(operation.params, "path"), ...parametersOf(operation.query, "query")],
    ...(body && { requestBody: body }),
    responses: {
      [operation.status]: { description: operation.summary, ...contentOf(operation) },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function contentOf(operation: Operation): Json {
  if (operation.status === 204 || operation.status === 303) return {};
  const answer = jsonSchema(operation.answer, "output");
  if (operation.streams === undefined) return { content: { "application/json": { schema: answer } } };
  const description = `A stream without end of its own, ${operation.streams}; x-record-schema describes one record. A failure on the way arrives as a last record.`;
  return { content: { [operation.streams]: { schema: { type: "string", description }, "x-record-schema": answer } } };
}

function bodyOf({ takes, body: schema }: Operation): Json | undefined {
  if (takes !== undefined)
    return { required: true, content: { [takes]: { schema: { type: "string", format: "binary" } } } };
  const described = jsonSchema(schema, "input");
  if (propertiesOf(described).length === 0 && described["type"] === "object") return undefined;
  return { required: !schema.safeParse({}).success, content: { "application/json": { schema: described } } };
}

function parametersOf(schema: z.ZodType, place: "path" | "query"): Json[] {
  const described = jsonSchema(schema, "input");
  const required = Array.isArray(described["required"]) ? described["required"] : [];
  return propertiesOf(described).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function propertiesOf(described: Json): [string, unknown][] {
  const properties = described["properties"];
  return typeof properties === "object" && properties !== null ? Object.entries(properties) : [];
}

/** `input` is what may be sent, before defaults and transforms; `output` what is answered. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return described;
}

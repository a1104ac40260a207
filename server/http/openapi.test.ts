import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { operation } from "../operation.schema.ts";
import type { RouteHandler } from "./guarded.ts";
import { openApiDocument } from "./openapi.ts";
import { allOperations, isOperation } from "./openapi-operations.ts";

const rename = operation({
  id: "rename",
  method: "POST",
  path: "/clusters/{context}",
  summary: "Renames",
  params: z.object({ context: z.string() }),
  query: z.object({ pods: z.array(z.string()).default([]), limit: z.coerce.number().int() }),
  body: z.object({ name: z.string() }),
  answer: z.object({ name: z.string().transform((name) => name.length) }),
  status: 201,
});

describe("openApiDocument", () => {
  it("describes path, query, body and answer of an operation", () => {
    const document = openApiDocument([rename]);
    expect(document.paths["/clusters/{context}"]?.["post"]).toMatchObject({
      operationId: "rename",
      parameters: [
        { name: "context", in: "path", required: true, schema: { type: "string" } },
        { name: "pods", in: "query", required: false, schema: { type: "array" } },
        { name: "limit", in: "query", required: true, schema: { type: "integer" } },
      ],
      requestBody: { required: true },
      responses: { 201: { description: "Renames" }, default: { $ref: "#/components/responses/Problem" } },
    });
  });
});

describe("the operations", () => {
  it("have names and places of their own", () => {
    const ids = allOperations.map(({ id }) => id);
    const places = allOperations.map(({ method, path }) => `${method} ${path}`);
    expect(ids).toEqual([...new Set(ids)]);
    expect(places).toEqual([...new Set(places)]);
  });

  it.each(allOperations.map((each) => [each.id, each] as const))("%s names each part of its path once", (_, each) => {
    const names = (schema: z.ZodType) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
    const inPath = [...each.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(names(each.params).toSorted()).toEqual(inPath.toSorted());
    const others = [...names(each.query), ...(each.method === "GET" ? [] : names(each.body))];
    expect(others.filter((name) => inPath.includes(name))).toEqual([]);
  });

  it("come from every schema that has one", async () => {
    const files = globSync("server/**/{schema,*.schema}.ts");
    expect(files).toContain("server/clusters/schema.ts");
    const missing = [];
    for (const file of files) {
      const exported: object = await import(/* @vite-ignore */ resolve(file));
      const own = Object.values(exported).filter(isOperation);
      missing.push(...own.filter((each) => !allOperations.includes(each)).map(({ id }) => `${file}: ${id}`));
    }
    expect(missing).toEqual([]);
  });
});

const isHandler = (value: unknown): value is RouteHandler => typeof value === "function" && "operation" in value;

describe("the route files", () => {
  it("are the operations: each has one, where its path says, by its method", async () => {
    const routes: string[] = [];
    for (const file of globSync("app/api/v1/**/route.ts")) {
      const exported: object = await import(/* @vite-ignore */ resolve(file));
      const path = file.replace(/^app\/api\/v1/, "").replace(/\/route\.ts$/, "");
      for (const [method, handler] of Object.entries(exported)) {
        const known = isHandler(handler) ? `${handler.operation.method} ${handler.operation.path}` : "no operation";
        expect(known, file).toBe(`${method} ${path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}")}`);
        routes.push(known);
      }
    }
    expect(routes.toSorted()).toEqual(allOperations.map(({ method, path }) => `${method} ${path}`).toSorted());
  }, 30_000);
});

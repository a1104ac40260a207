import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { operation } from "../operation.schema.ts";
import { handle } from "./handle.ts";

const rename = operation({
  id: "rename",
  method: "POST",
  path: "/clusters/{context}",
  summary: "Renames",
  params: z.object({ context: z.string() }),
  query: z.object({ pods: z.array(z.string()).default([]), limit: z.coerce.number().int().optional() }),
  body: z.object({ name: z.string().max(5), context: z.string().optional() }),
  answer: z.object({ name: z.string() }),
  status: 201,
});

// Fetch demands it for a body that is a stream; the types do not know it.
const streaming = { duplex: "half" };
const caller = (): Promise<Caller> => Promise.resolve({} as Caller);
const context = (name: string) => ({ params: Promise.resolve({ context: name }) });
const post = (body: BodyInit, query = "", headers: Record<string, string> = { "content-type": "application/json" }) =>
  new Request(`http://localhost/api/v1/clusters/c${query}`, {
    method: "POST",
    body,
    headers: { host: "localhost", ...headers },
    ...streaming,
  });
const echo = handle(rename, async (request) => ({ name: JSON.stringify(request) }), caller);

async function received(request: Request, name = "c"): Promise<unknown> {
  const answer = z.object({ name: z.string() }).parse(await (await echo(request, context(name))).json());
  return JSON.parse(answer.name);
}

describe("a route", () => {
  it("merges path, query and body into one flat request", async () => {
    expect(await received(post('{"name":"a"}', "?pods=p&limit=3"))).toEqual({
      context: "c",
      pods: ["p"],
      limit: 3,
      name: "a",
    });
  });

  it("takes a context name as Next decoded it, and does not decode it again", async () => {
    const arn = "arn:aws:eks:eu-1:1:cluster/x%2Fy@z";
    expect(await received(post('{"name":"a"}'), arn)).toMatchObject({ context: arn });
  });

  it("lets no body redirect the request to another path", async () => {
    expect(await received(post('{"name":"a","context":"other"}'))).toMatchObject({ context: "c" });
  });

  it("keeps every value of a repeated query parameter", async () => {
    expect(await received(post('{"name":"a"}', "?pods=a&pods=b"))).toMatchObject({ pods: ["a", "b"] });
  });

  it("needs no path parameters, for which Next hands over nothing", async () => {
    const health = operation({ id: "health", method: "GET", path: "/health", summary: "", answer: z.object({}) });
    const request = new Request("http://localhost/api/v1/health", { headers: { host: "localhost" } });
    const response = await handle(health, async () => ({}), caller)(request, { params: Promise.resolve(undefined) });
    expect(response.status).toBe(200);
  });

  it.each([
    ["host", "evil.example", 421],
    ["origin", "https://evil.example", 403],
    ["sec-fetch-site", "cross-site", 403],
  ])("refuses a foreign %s, whatever stands before it", async (header, value, status) => {
    const response = await echo(post('{"name":"a"}', "", { [header]: value }), context("c"));
    expect(response.status).toBe(status);
  });

  it("lets no other site read, frame or run an answer", async () => {
    const { headers } = await echo(post('{"name":"a"}'), context("c"));
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("names every field to correct, of path, query and body at once", async () => {
    const response = await echo(post('{"name":"too long"}', "?limit=x&limit=y"), context("c"));
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem).toMatchObject({ type: "/problems/request-invalid", title: "Invalid request", status: 400 });
    expect(problem.issues.map((issue: { field: string }) => issue.field)).toEqual(["limit", "name"]);
    expect(problem.instance).toBe(response.headers.get("x-request-id"));
  });

  it("sends nothing that the answer's schema does not name", async () => {
    const leaky = handle(rename, async () => ({ name: "a", token: "secret" }), caller);
    const response = await leaky(post('{"name":"a"}'), context("c"));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ name: "a" });
  });

  it("tells nothing of an error that is not its own", async () => {
    const broken = handle(rename, () => Promise.reject(new Error("password=hunter2")), caller);
    const response = await broken(post('{"name":"a"}'), context("c"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("hunter2");
  });

  it("answers a failure with its status and members", async () => {
    const failing = handle(
      rename,
      () =>
        Promise.reject(new ConsoleError({ kind: "not-permitted", verb: "create", resource: "pods", namespace: "n" })),
      caller,
    );
    const response = await failing(post('{"name":"a"}'), context("c"));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ type: "/problems/not-permitted", verb: "create", namespace: "n" });
  });

  it.each([
    ["that is no JSON", post("{"), 400, "/problems/request-invalid"],
    ["that is no object", post("[1]"), 400, "/problems/request-invalid"],
    [
      "of another media type",
      post("name=a", "", { "content-type": "text/plain" }),
      415,
      "/problems/media-type-refused",
    ],
    ["above 2 MiB", post(`{"name":"${"a".repeat(3 << 20)}"}`), 413, "/problems/too-large"],
    [
      "above 2 MiB that does not say so",
      post(endless(), "", { "content-type": "application/json" }),
      413,
      "/problems/too-large",
    ],
  ])("refuses a body %s", async (_, request, status, type) => {
    const response = await echo(request, context("c"));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ type });
  });
});

/** A body without end and without a length. */
function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)) });
}

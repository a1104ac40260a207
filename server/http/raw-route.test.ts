import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { operation } from "../operation.schema.ts";
import { handleRaw } from "./raw-route.ts";

const upload = operation({
  id: "upload",
  method: "POST",
  path: "/jars",
  summary: "Takes a file",
  query: z.object({ name: z.string() }),
  answer: z.object({}),
});
const caller = (): Promise<Caller> => Promise.resolve({} as Caller);
const context = { params: Promise.resolve(undefined) };
const sent = (headers: Record<string, string> = {}) =>
  new Request("http://localhost/api/v1/jars?name=a.jar", {
    method: "POST",
    body: "not JSON",
    headers: { host: "localhost", ...headers },
  });

describe("a route whose body is not JSON", () => {
  const counts = handleRaw(upload, async ({ name }, request) => new Response(name + (await request.text())), caller);

  it("hands the body over as it came", async () => {
    expect(await (await counts(sent(), context)).text()).toBe("a.jarnot JSON");
  });

  it.each([
    ["host", "evil.example", 421],
    ["origin", "https://evil.example", 403],
  ])("refuses a foreign %s before it reads a byte", async (header, value, status) => {
    const request = sent({ [header]: value });
    expect((await counts(request, context)).status).toBe(status);
    expect(request.bodyUsed).toBe(false);
  });

  it("fails as a problem, with the security headers", async () => {
    const full = new ConsoleError({ kind: "too-large", what: "The jar", limit: "1 MiB" });
    const response = await handleRaw(upload, () => Promise.reject(full), caller)(sent(), context);
    expect(response.status).toBe(413);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

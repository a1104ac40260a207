import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ConsoleError } from "../errors.ts";
import { operation } from "../operation.schema.ts";
import { sandboxedRoute } from "./sandboxed-route.ts";

const readPage = operation({
  id: "readPage",
  method: "GET",
  path: "/their-ui/{token}/{path}",
  summary: "Somebody else's page",
  params: z.object({ token: z.string(), path: z.array(z.string()) }),
  answer: z.unknown(),
});
const context = { params: Promise.resolve({ token: "abc", path: ["index.html"] }) };
const asked = (headers: Record<string, string> = {}) =>
  new Request("http://127.0.0.1:3000/api/v1/their-ui/abc/index.html", { headers: { host: "localhost", ...headers } });
const page = sandboxedRoute(readPage, async ({ token }) => new Response(`<p>${token}</p>`));

describe("a page that is not ours", () => {
  it("runs in an origin of nobody, and reaches only its own address", async () => {
    const policy = (await page(asked(), context)).headers.get("content-security-policy") ?? "";
    const directives = new Map(policy.split("; ").map((one) => [one.split(" ")[0], one] as const));
    expect(directives.get("sandbox")).toBe("sandbox allow-scripts");
    expect(directives.get("default-src")).toBe("default-src 'none'");
    expect(directives.get("connect-src")).toBe("connect-src localhost/api/v1/their-ui/abc/");
    expect(directives.get("form-action")).toBe("form-action 'none'");
    expect(directives.get("frame-ancestors")).toBe("frame-ancestors 'none'");
  });

  it("gives its own scripts and data back to it alone: to the origin null", async () => {
    const { headers } = await page(asked({ origin: "null", "sec-fetch-site": "cross-site" }), context);
    expect(headers.get("access-control-allow-origin")).toBe("null");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("is refused under a foreign name", async () => {
    const response = await page(asked({ host: "evil.example" }), context);
    expect(response.status).toBe(421);
    expect(response.headers.get("content-security-policy")).not.toContain("evil.example/");
  });

  it("cannot write anything into the policy by the Host header", async () => {
    const response = await page(asked({ host: "localhost:1; script-src *" }), context);
    expect(response.headers.get("content-security-policy")).not.toContain("*");
  });

  it("has the same policy where it fails", async () => {
    const failing = sandboxedRoute(readPage, async () => {
      throw new ConsoleError({ kind: "not-found", resource: "it" });
    });
    const response = await failing(asked(), context);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox allow-scripts; /);
  });
});

import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { proxy } from "./proxy.ts";

const own = "http://localhost:3000";
const ask = (path: string, method: string, headers: Record<string, string>) =>
  proxy(new NextRequest(`${own}${path}`, { method, headers: { host: "localhost:3000", ...headers } }));

describe("the Host header", () => {
  it.each(["localhost:3000", "LOCALHOST", "127.0.0.1:3000", "[::1]:3000", "[::1]"])("may be %s", (host) => {
    expect(ask("/api/v1/clusters", "GET", { host }).status).toBe(200);
  });

  it.each(["evil.example", "localhost.evil.example:3000", "127.0.0.1.nip.io", "localhost@evil.example", ""])(
    "may not be %s, so that no foreign name can be pointed at this machine",
    async (host) => {
      const response = ask("/clusters", "GET", { host });
      expect(response.status).toBe(421);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ type: "/problems/host-refused" });
    },
  );
});

describe("a page of another origin", () => {
  it.each([
    ["another site", "https://evil.example"],
    ["another port of this machine", "http://localhost:4000"],
    ["a sandbox or a file", "null"],
    ["what is no origin", "x"],
  ])("may not change anything: %s", async (_, origin) => {
    const response = ask("/api/v1/clusters", "POST", { origin });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ type: "/problems/origin-refused" });
  });

  it.each(["cross-site", "same-site"])("may not open a stream (%s)", (site) => {
    const response = ask("/api/v1/live", "GET", { "sec-fetch-site": site, "sec-fetch-mode": "cors" });
    expect(response.status).toBe(403);
  });

  it("may not submit a form, which sends no Origin where the browser hides it", () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect(ask("/api/v1/clusters", "POST", headers).status).toBe(403);
  });

  it("may not put an answer into a frame, a script or a picture", () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" };
    expect(ask("/api/v1/clusters", "GET", headers).status).toBe(403);
  });

  it("may link to a page and to an answer", () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect(ask("/clusters", "GET", headers).status).toBe(200);
    expect(ask("/api/v1/openapi", "GET", headers).status).toBe(200);
  });
});

describe("the console's own page, and a program", () => {
  it.each(["GET", "POST", "PATCH", "DELETE"])("may %s", (method) => {
    expect(ask("/api/v1/clusters", method, { origin: own, "sec-fetch-site": "same-origin" }).status).toBe(200);
    expect(ask("/api/v1/clusters", method, {}).status).toBe(200);
  });

  it("may name the port that its scheme implies, or leave it out", () => {
    expect(ask("/api/v1/clusters", "POST", { host: "localhost:80", origin: "http://localhost" }).status).toBe(200);
    expect(ask("/api/v1/clusters", "POST", { host: "localhost", origin: "https://localhost" }).status).toBe(200);
  });
});

describe("every answer", () => {
  it("lets no other site read it", () => {
    const { headers } = ask("/api/v1/clusters", "GET", { origin: own });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("runs scripts by a nonce of its own alone", () => {
    const policies = [1, 2].map(() => ask("/clusters", "GET", {}).headers.get("content-security-policy") ?? "");
    const nonces = policies.map(
      (policy) => /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic';/.exec(policy)?.[1],
    );
    expect(new Set(nonces).size).toBe(2);
    expect(nonces).not.toContain(undefined);
    expect(policies[0]).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(policies[0]).toContain("frame-ancestors 'none'");
  });

  it("is no page when it comes from the API", () => {
    expect(ask("/api/v1/clusters", "GET", {}).headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

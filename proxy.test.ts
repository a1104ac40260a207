import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "./proxy.ts";

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  proxy(new NextRequest("http://localhost:3000/clusters", { method, headers: { host: "localhost:3000", ...headers } }));

describe("a page", () => {
  it("is not there for a foreign host", async () => {
    const response = ask({ host: "evil.example" });
    expect(response.status).toBe(421);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: "/problems/host-refused", host: "evil.example" });
  });

  it("takes nothing from a foreign origin", async () => {
    const response = ask({ origin: "https://evil.example" }, "POST");
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ type: "/problems/origin-refused" });
  });

  it("runs scripts by a nonce of its own alone", () => {
    const policies = [1, 2].map(() => ask().headers.get("content-security-policy") ?? "");
    const nonce = /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic';/;
    const nonces = policies.map((policy) => nonce.exec(policy)?.[1]);
    expect(new Set(nonces).size).toBe(2);
    expect(nonces).not.toContain(undefined);
    expect(policies[0]).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(policies[0]).toContain("frame-ancestors 'none'");
  });

  it("is framed, sniffed and read by nobody else", () => {
    const { headers } = ask();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });
});

it("every path but the API's passes here", () => {
  const passes = (path: string) => new RegExp(`^${config.matcher[0]}$`).test(path);
  expect(["/", "/clusters", "/_next/static/x.js", "/api", "/apis/x"].map(passes)).not.toContain(false);
  expect(passes("/api/v1/clusters")).toBe(false);
});

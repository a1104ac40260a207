import { describe, expect, it } from "vitest";
import { allowedHosts, refusalOf } from "./guard.ts";

const hosts = allowedHosts({ DREY_HOST: "127.0.0.1", DREY_ALLOWED_HOSTS: ["drey.example"] });

type Given = Record<string, string> & { method?: string; wants?: "page" | "data" };
const refusal = ({ method = "GET", wants = "data", ...headers }: Given) =>
  refusalOf({ method, wants, headers: new Headers({ host: "localhost:3000", ...headers }) }, hosts)?.kind;

describe("the Host header", () => {
  it.each(["localhost:3000", "LOCALHOST", "127.0.0.1:3000", "[::1]:3000", "[::1]", "drey.example:8443"])(
    "may be %s",
    (host) => {
      expect(refusal({ host })).toBeUndefined();
    },
  );

  it.each(["evil.example", "localhost.evil.example:3000", "127.0.0.1.nip.io", "localhost@evil.example", ""])(
    "may not be «%s», so that no foreign name can be pointed at this machine",
    (host) => {
      expect(refusal({ host })).toBe("host-refused");
      expect(refusal({ host, wants: "page" })).toBe("host-refused");
    },
  );

  it("may be the address that the console was told to listen on, unless that is every address", () => {
    const of = (DREY_HOST: string) => [...allowedHosts({ DREY_HOST, DREY_ALLOWED_HOSTS: [] })];
    expect(of("192.0.2.7")).toContain("192.0.2.7");
    expect(of("2001:db8::7")).toContain("[2001:db8::7]");
    expect(of("0.0.0.0")).toEqual(["localhost", "127.0.0.1", "[::1]"]);
  });
});

describe("a page of another origin", () => {
  it.each([
    ["another site", "https://evil.example"],
    ["another port of this machine", "http://localhost:4000"],
    ["a sandbox or a file", "null"],
    ["what is no origin", "x"],
  ])("neither changes nor reads anything: %s", (_, origin) => {
    expect(refusal({ method: "POST", origin })).toBe("origin-refused");
    expect(refusal({ method: "POST", origin, wants: "page" })).toBe("origin-refused");
    expect(refusal({ method: "GET", origin })).toBe("origin-refused");
  });

  it.each(["cross-site", "same-site"])("opens no stream (%s)", (site) => {
    expect(refusal({ "sec-fetch-site": site, "sec-fetch-mode": "cors" })).toBe("origin-refused");
  });

  it("submits no form, also where the browser hides the Origin", () => {
    const form = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect(refusal({ method: "POST", ...form })).toBe("origin-refused");
  });

  it.each(["iframe", "script", "image"])("puts no answer into its %s", (dest) => {
    const mode = dest === "iframe" ? "navigate" : "no-cors";
    expect(refusal({ "sec-fetch-site": "cross-site", "sec-fetch-mode": mode, "sec-fetch-dest": dest })).toBe(
      "origin-refused",
    );
  });

  it("may link to a page and to an answer", () => {
    const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect(refusal({ ...link, wants: "page" })).toBeUndefined();
    expect(refusal(link)).toBeUndefined();
  });
});

describe("the console's own page, and a program", () => {
  it.each(["GET", "POST", "PATCH", "DELETE"])("may %s", (method) => {
    const own = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
    expect(refusal({ method, ...own })).toBeUndefined();
    expect(refusal({ method })).toBeUndefined();
  });

  it("may name the port that its scheme implies, or leave it out", () => {
    expect(refusal({ method: "POST", host: "localhost:80", origin: "http://localhost" })).toBeUndefined();
    expect(refusal({ method: "POST", host: "localhost", origin: "https://localhost" })).toBeUndefined();
  });
});

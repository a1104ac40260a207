import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { operation } from "#server/operation.schema.ts";
import { ConsoleProblem } from "../ui/console-problem.ts";
import { callConsole, consoleUrl } from "./call-console.ts";

const read = operation({
  id: "read",
  method: "GET",
  path: "/clusters/{context}/logs",
  summary: "Reads",
  params: z.object({ context: z.string() }),
  query: z.object({ pods: z.array(z.string()).optional(), since: z.string().optional() }),
  answer: z.object({ lines: z.number() }),
});
const rename = operation({
  id: "rename",
  method: "POST",
  path: "/clusters/{context}",
  summary: "Renames",
  params: z.object({ context: z.string() }),
  query: z.object({ dryRun: z.boolean().optional() }),
  body: z.object({ name: z.string() }),
  answer: z.object({}),
});

const answering = (status: number, body: unknown) => {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

afterEach(() => vi.unstubAllGlobals());

describe("consoleUrl", () => {
  it("encodes what a context name may hold, so that it stays one part of the path", () => {
    expect(consoleUrl(read, { context: "arn:aws:eks:eu-1:1:cluster/a@b" })).toBe(
      "/api/v1/clusters/arn%3Aaws%3Aeks%3Aeu-1%3A1%3Acluster%2Fa%40b/logs",
    );
  });

  it("repeats a parameter for each of its values and leaves out what is not set", () => {
    expect(consoleUrl(read, { context: "c", pods: ["a", "b&c"], since: undefined })).toBe(
      "/api/v1/clusters/c/logs?pods=a&pods=b%26c",
    );
  });
});

describe("callConsole", () => {
  it("sends path, query and body each in its place", async () => {
    const fetched = answering(200, {});
    await callConsole(rename, { context: "c", dryRun: true, name: "n" });
    expect(fetched.mock.calls[0]?.[0]).toBe("/api/v1/clusters/c?dryRun=true");
    expect(fetched.mock.calls[0]?.[1].body).toBe('{"name":"n"}');
  });

  it("throws what the API says about a failure", async () => {
    answering(403, { type: "/problems/not-permitted", title: "Not permitted", status: 403, verb: "list" });
    const thrown = await callConsole(read, { context: "c" }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ConsoleProblem);
    expect(thrown).toMatchObject({ kind: "not-permitted", problem: { verb: "list" } });
  });

  it("says that versions differ when the answer is not what was described", async () => {
    answering(200, { lines: "three" });
    await expect(callConsole(read, { context: "c" })).rejects.toThrow("different versions");
  });

  it("says that the console is gone when nothing answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    await expect(callConsole(read, { context: "c" })).rejects.toMatchObject({ kind: "console-unreachable" });
  });
});

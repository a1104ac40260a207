import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { type Operation, operation } from "../operation.schema.ts";
import { type Chunk, handleStream } from "./handle-stream.ts";

const caller = (): Promise<Caller> => Promise.resolve({} as Caller);
const context = { params: Promise.resolve({}) };
const answer = z.object({ n: z.number() });

const follow = (streams: NonNullable<Operation["streams"]>) =>
  operation({ id: "follow", method: "GET", path: "/follow", summary: "Follows", answer, streams });

const open = (run: (signal: AbortSignal) => AsyncIterable<Chunk>, options: RequestInit = {}, streams = ndjson) =>
  handleStream(
    follow(streams),
    (_request, _caller, signal) => run(signal),
    caller,
  )(new Request("http://localhost/api/v1/follow", { headers: { host: "localhost" }, ...options }), context);
const ndjson: NonNullable<Operation["streams"]> = "application/x-ndjson";
const gone = new ConsoleError({ kind: "not-found", resource: "Pod p" });

async function* endless(seen: { pulled: number; ended: boolean }) {
  try {
    for (;;) yield `${++seen.pulled}\n`;
  } finally {
    seen.ended = true;
  }
}

describe("a stream", () => {
  it("sends text and bytes as they come, unbuffered by anything between", async () => {
    const response = await open(async function* () {
      yield '{"n":1}\n';
      yield "";
      yield new TextEncoder().encode('{"n":2}\n');
    });
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(await response.text()).toBe('{"n":1}\n{"n":2}\n');
  });

  it("is an ordinary problem when it fails before its first chunk", async () => {
    const response = await open(async function* () {
      if (Date.now() > 0) throw gone;
      yield "never";
    });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it.each([
    [ndjson, /^\{"n":1\}\n\{"problem":\{"resource":"Pod p","type":"\/problems\/not-found",.*\}\}\n$/],
    ["text/event-stream", /^\{"n":1\}\nevent: problem\ndata: \{"resource":"Pod p",.*\}\n\n$/],
    ["text/plain", /^\{"n":1\}\n\n\[drey\] Not found: Pod p does not exist, or you may not see it\.\n$/],
  ] as const)("says in its own format that it failed later: %s", async (streams, expected) => {
    const failing = async function* () {
      yield '{"n":1}\n';
      throw gone;
    };
    expect(await (await open(failing, {}, streams)).text()).toMatch(expected);
  });

  it("opens with an empty chunk while nothing has happened yet", async () => {
    const response = await open(async function* () {
      yield "";
      await new Promise(() => undefined);
    });
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });

  it("makes nothing that is not read", async () => {
    const seen = { pulled: 0, ended: false };
    const reader = (await open(() => endless(seen))).body?.getReader();
    await reader?.read();
    await reader?.read();
    await new Promise(setImmediate);
    expect(seen.pulled).toBe(2);
    await reader?.cancel();
    await new Promise(setImmediate);
    expect(seen.ended).toBe(true);
  });

  it("ends with the client, also where the generator does not heed the signal", async () => {
    const client = new AbortController();
    let signalled = false;
    const response = await open(
      async function* (signal) {
        signal.addEventListener("abort", () => {
          signalled = true;
        });
        yield "first";
        await new Promise(() => undefined);
      },
      { signal: client.signal },
    );
    const text = response.text();
    client.abort();
    expect(await text).toBe("first");
    expect(signalled).toBe(true);
  });

  it("answers HEAD without starting", async () => {
    const seen = { pulled: 0, ended: false };
    const response = await open(() => endless(seen), { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(seen.pulled).toBe(0);
  });
});

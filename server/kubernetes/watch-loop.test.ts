import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type FakeApiServer, fakeApiServer, sendList, sendStatus, startWatch } from "./fake-api-server.ts";
import { WatchCaches } from "./watch-caches.ts";

const label = "type=x";
const quick = {
  defaultNamespace: "own",
  firstPauseMs: 5,
  longestPauseMs: 20,
  quietMs: 5_000,
  recheckMs: 50,
  idleMs: 60_000,
};

type Watch = ReturnType<typeof startWatch>;

const open: (WatchCaches | FakeApiServer)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) {
    if (one instanceof WatchCaches) one.close();
    else await one[Symbol.asyncDispose]();
  }
});

/** Pods of a server that lists `names()` and hands each watch to the test. */
async function served(options: {
  names: () => string[];
  version?: () => string;
  onWatch?: (url: URL, watch: Watch) => void;
}) {
  const server = await fakeApiServer((_, response, url) => {
    if (url.searchParams.get("watch") !== "true") {
      sendList(response, options.version?.() ?? "10", options.names());
      return;
    }
    const watch = startWatch(response);
    options.onWatch?.(url, watch);
  });
  return { server, caches: caching(server) };
}

function caching(server: FakeApiServer, times: Partial<typeof quick> = {}): WatchCaches {
  const caches = new WatchCaches(server.connection, { ...quick, ...times });
  open.push(caches, server);
  return caches;
}

const namesIn = (caches: WatchCaches) =>
  caches
    .watched("Pod", label)
    .items.map(({ metadata }) => metadata?.name)
    .sort();

describe("a watch cache", () => {
  it("answers at once, before anything is known, and says so", async () => {
    const { caches } = await served({ names: () => ["a"] });
    expect(caches.watched("Pod", label)).toMatchObject({ items: [], ready: false });
    expect(await caches.watchedSoon("Pod", label, 2_000)).toMatchObject({ ready: true });
    expect(namesIn(caches)).toEqual(["a"]);
  });

  it("follows what comes, changes and goes, without the fields that nobody shows", async () => {
    const watches: Watch[] = [];
    const { caches } = await served({ names: () => ["a"], onWatch: (_, watch) => watches.push(watch) });
    await caches.watchedSoon("Pod", label, 2_000);
    await vi.waitUntil(() => watches.length === 1);
    watches[0]?.send("ADDED", "b", "11");
    watches[0]?.send("DELETED", "a", "12");
    await vi.waitUntil(() => namesIn(caches).join() === "b");
    expect(caches.watched("Pod", label).items[0]?.metadata?.managedFields).toBeUndefined();
  });

  it("goes on from the last version after a dropped connection, and is not stale for it", async () => {
    const asked: (string | null)[] = [];
    const watches: Watch[] = [];
    const { server, caches } = await served({
      names: () => ["a"],
      onWatch: (url, watch) => {
        asked.push(url.searchParams.get("resourceVersion"));
        watches.push(watch);
      },
    });
    await caches.watchedSoon("Pod", label, 2_000);
    await vi.waitUntil(() => watches.length === 1);
    watches[0]?.send("ADDED", "b", "17");
    await vi.waitUntil(() => namesIn(caches).length === 2);
    server.drop();
    await vi.waitUntil(() => watches.length === 2);
    expect(asked).toEqual(["10", "17"]);
    expect(caches.watched("Pod", label).staleSince).toBeUndefined();
    expect(server.requests.filter((request) => !request.includes("watch=true"))).toHaveLength(1);
  });

  it("takes a bookmark's version as the place to go on from", async () => {
    const asked: (string | null)[] = [];
    const { caches } = await served({
      names: () => [],
      onWatch: (url, watch) => {
        asked.push(url.searchParams.get("resourceVersion"));
        if (asked.length > 1) return;
        watch.send("BOOKMARK", "", "99");
        watch.end();
      },
    });
    caches.watched("Pod", label);
    await vi.waitUntil(() => asked.length === 2);
    expect(asked).toEqual(["10", "99"]);
  });

  it.each([
    ["as an answer", (response: ServerResponse) => sendStatus(response, 410, "Expired")],
    ["as an event", (response: ServerResponse) => startWatch(response).error(410, "Gone")],
  ])("lists anew on 410 %s, and forgets what went meanwhile", async (_how, expire) => {
    let expired = false;
    const server = await fakeApiServer((_, response, url) => {
      if (url.searchParams.get("watch") !== "true") return sendList(response, "10", [expired ? "new" : "old"]);
      if (expired) return void startWatch(response);
      expired = true;
      expire(response);
    });
    const caches = caching(server);
    const told: (string | undefined)[] = [];
    caches.onChange("Pod", label, (changed) => told.push(...changed.map(({ metadata }) => metadata?.name)), noEnd());
    await vi.waitUntil(() => namesIn(caches).join() === "new");
    await vi.waitUntil(() => told.length === 3);
    expect(told).toEqual(["old", "new", "old"]);
  });

  it("keeps what was seen while the API server is away, says since when, and comes back", async () => {
    const { server, caches } = await served({ names: () => ["a"] });
    await caches.watchedSoon("Pod", label, 2_000);
    await server.stop();
    await vi.waitUntil(() => caches.watched("Pod", label).staleSince !== undefined);
    expect(namesIn(caches)).toEqual(["a"]);
    expect(Date.now() - (caches.watched("Pod", label).staleSince?.getTime() ?? 0)).toBeLessThan(2_000);
    await server.listen();
    await vi.waitUntil(() => caches.watched("Pod", label).staleSince === undefined, { timeout: 3_000 });
  });

  it("opens a quiet watch anew without calling it a failure", async () => {
    const asked: URL[] = [];
    const server = await fakeApiServer((_, response, url) => {
      if (url.searchParams.get("watch") !== "true") return sendList(response, "10", ["a"]);
      asked.push(url);
      startWatch(response);
    });
    const caches = caching(server, { quietMs: 300, longestPauseMs: 60_000, firstPauseMs: 60_000 });
    await caches.watchedSoon("Pod", label, 2_000);
    await vi.waitUntil(() => asked.length >= 2, { timeout: 4_000 });
    expect(caches.watched("Pod", label)).toMatchObject({ ready: true });
    expect(caches.watched("Pod", label).staleSince).toBeUndefined();
  });

  it("takes all pages of a long list", async () => {
    const server = await fakeApiServer((_, response, url) => {
      if (url.searchParams.get("watch") === "true") return void startWatch(response);
      const page = url.searchParams.get("continue");
      const body = page === "p2" ? list(["c"], "") : list(["a", "b"], "p2");
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
    const caches = caching(server);
    await caches.watchedSoon("Pod", label, 2_000);
    expect(namesIn(caches)).toEqual(["a", "b", "c"]);
  });
});

describe("a watch cache of a person with few rights", () => {
  const forbid = (response: ServerResponse) => sendStatus(response, 403, "Forbidden");
  const byNamespace = (allowed: readonly string[], namespaces: readonly string[] | undefined) =>
    fakeApiServer((_, response, { pathname, searchParams }) => {
      const namespace = allowed.find((name) => pathname === `/api/v1/namespaces/${name}/pods`);
      if (pathname === "/api/v1/namespaces" && namespaces) sendList(response, "1", namespaces);
      else if (namespace === undefined) forbid(response);
      else if (searchParams.has("watch")) startWatch(response);
      else sendList(response, "10", [`pod-of-${namespace}`]);
    });

  it("watches the context's namespace when nothing else may be seen", async () => {
    const caches = caching(await byNamespace(["own"], undefined));
    expect(await caches.watchedSoon("Pod", label, 2_000)).toMatchObject({ ready: true, namespaces: ["own"] });
    expect(namesIn(caches)).toEqual(["pod-of-own"]);
  });

  it("watches each namespace that may be listed, and leaves the others out", async () => {
    const caches = caching(await byNamespace(["own", "other"], ["own", "other", "closed"]));
    await vi.waitUntil(() => caches.watched("Pod", label).ready && namesIn(caches).length === 2);
    await vi.waitUntil(() => caches.watched("Pod", label).namespaces?.length === 2);
    expect(caches.watched("Pod", label).namespaces).toEqual(["own", "other"]);
  });

  it("says that it is refused when no namespace may be seen, and notices a right that is given later", async () => {
    const allowed: string[] = [];
    const caches = caching(await byNamespace(allowed, undefined));
    await vi.waitUntil(() => caches.watched("Pod", label).refused === true);
    expect(caches.watched("Pod", label)).toMatchObject({ items: [], ready: true });
    allowed.push("own");
    await vi.waitUntil(() => namesIn(caches).join() === "pod-of-own", { timeout: 3_000 });
    expect(caches.watched("Pod", label).refused).toBeUndefined();
  });
});

describe("watch caches", () => {
  it("let go of a watch that nobody uses, and start again when somebody does", async () => {
    const server = await fakeApiServer((_, response, url) => {
      if (url.searchParams.get("watch") === "true") return void startWatch(response);
      sendList(response, "10", ["a"]);
    });
    const caches = caching(server, { idleMs: 40 });
    const lists = () => server.requests.filter((request) => !request.includes("watch=true")).length;
    await caches.watchedSoon("Pod", label, 2_000);
    await vi.waitFor(async () => {
      await new Promise((resolve) => setTimeout(resolve, 80));
      caches.watched("Pod", label);
      await vi.waitUntil(() => lists() >= 2, { timeout: 200 });
    });
    expect(lists()).toBeGreaterThanOrEqual(2);
  });

  it("hold on to a watch while somebody listens", async () => {
    const server = await fakeApiServer((_, response, url) => {
      if (url.searchParams.get("watch") === "true") return void startWatch(response);
      sendList(response, "10", ["a"]);
    });
    const caches = caching(server, { idleMs: 20 });
    caches.onChange("Pod", label, () => undefined, noEnd());
    await caches.watchedSoon("Pod", label, 2_000);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(caches.watched("Pod", label).ready).toBe(true);
    expect(server.requests).toHaveLength(2);
  });
});

const noEnd = () => new AbortController().signal;

const list = (names: readonly string[], next: string) => ({
  metadata: { resourceVersion: "10", continue: next },
  items: names.map((name) => ({ metadata: { name, namespace: "n" } })),
});

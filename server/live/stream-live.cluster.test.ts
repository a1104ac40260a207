import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestNamespace, testNamespace } from "../test-namespace.ts";
import { announce } from "./announce.ts";
import { streamLive } from "./stream-live.ts";

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await testNamespace({ mayMakePods: false });
});
afterAll(() => namespace[Symbol.asyncDispose]());

async function readUntil(stream: AsyncGenerator<string>, wanted: string): Promise<string> {
  let text = "";
  while (!text.includes(wanted)) {
    const { value, done } = await stream.next();
    if (done) throw new Error(`the stream ended before ${wanted}`);
    text += value;
  }
  return text;
}

it("begins at once, tells what went stale of which cluster, and ends with its reader", async () => {
  const ended = new AbortController();
  const stream = streamLive({}, namespace.caller, ended.signal);
  expect((await stream.next()).value).toBe(": live\n\n");

  await namespace.caller.kubernetes(namespace.context).watchedSoon("ConfigMap", "type=flink-native-kubernetes", 5_000);
  await namespace.door.create("ConfigMap", namespace.name, {
    metadata: { name: "flink-config-a", labels: { app: "a", type: "flink-native-kubernetes" } },
  });
  const { context, name } = namespace;
  const message = { topic: "config", context, namespace: name, clusterId: "a" };
  await readUntil(stream, `data: ${JSON.stringify(message)}\n\n`);

  announce({ topic: "audit" });
  await readUntil(stream, 'data: {"topic":"audit"}\n\n');

  ended.abort();
  // What was already on its way may still come; then it is over.
  const last = await stream.next();
  if (!last.done) expect((await stream.next()).done).toBe(true);
});

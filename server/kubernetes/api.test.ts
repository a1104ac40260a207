import { expect, it } from "vitest";
import { ConsoleError } from "../errors.ts";
import { sendJson } from "./api.ts";
import { connectionTo, fakeApiServer, sendStatus } from "./fake-api-server.ts";

const asked = { context: "fake", verb: "get", resource: "Pod n/p" };
const get = { method: "GET", path: "/api/v1/pods", asked } as const;
const post = { method: "POST", path: "/api/v1/pods", body: {}, asked: { ...asked, verb: "create" } } as const;

const failureOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ConsoleError ? error.failure : error;
};

it("waits as long as a 429 says and asks again, also when something is to be created", async () => {
  let tries = 0;
  await using server = await fakeApiServer((_, response) => {
    tries += 1;
    if (tries > 1) return void response.end("{}");
    response.setHeader("retry-after", "0.01");
    sendStatus(response, 429, "TooManyRequests");
  });
  expect(await sendJson(server.connection, post)).toEqual({});
  expect(tries).toBe(2);
});

it("gives up after three times 429, and says what to do", async () => {
  await using server = await fakeApiServer((_, response) => {
    response.setHeader("retry-after", "0.01");
    sendStatus(response, 429, "TooManyRequests");
  });
  expect(await failureOf(sendJson(server.connection, get))).toMatchObject({ kind: "not-possible-now" });
  expect(server.requests).toHaveLength(3);
});

it("reads again once when the connection was dropped", async () => {
  let tries = 0;
  await using server = await fakeApiServer((request, response) => {
    tries += 1;
    if (tries === 1) request.socket.destroy();
    else response.end('{"a":1}');
  });
  expect(await sendJson(server.connection, get)).toEqual({ a: 1 });
});

it("never sends a change again when its connection was dropped: it may have arrived", async () => {
  await using server = await fakeApiServer((request) => request.socket.destroy());
  expect(await failureOf(sendJson(server.connection, post))).toEqual({
    kind: "kubernetes-unreachable",
    context: "fake",
  });
  expect(server.requests).toHaveLength(1);
});

it("calls a server that does not answer in time unreachable", async () => {
  await using server = await fakeApiServer(() => undefined);
  const failure = await failureOf(sendJson(server.connection, { ...get, timeoutMs: 50 }));
  expect(failure).toEqual({ kind: "kubernetes-unreachable", context: "fake" });
});

it("calls a port where nobody listens unreachable, by the name of the context", async () => {
  const connection = connectionTo(1);
  expect(await failureOf(sendJson(connection, get))).toEqual({ kind: "kubernetes-unreachable", context: "fake" });
  await connection.close();
});

it("does not take a login page for an API server", async () => {
  await using server = await fakeApiServer((_, response) => response.end("<html>Sign in</html>"));
  expect(await failureOf(sendJson(server.connection, get))).toMatchObject({ kind: "kubernetes-unreachable" });
});

it("ends with the caller's own reason when the caller gives up", async () => {
  await using server = await fakeApiServer(() => undefined);
  const reason = new Error("gone");
  expect(await failureOf(sendJson(server.connection, { ...get, signal: AbortSignal.abort(reason) }))).toBe(reason);
});

it("sends the token of the kubeconfig with every request", async () => {
  await using server = await fakeApiServer((request, response) =>
    response.end(JSON.stringify({ authorization: request.headers.authorization })),
  );
  expect(await sendJson(server.connection, get)).toEqual({ authorization: "Bearer t" });
});

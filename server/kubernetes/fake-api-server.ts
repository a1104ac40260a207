import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { KubeConfig } from "@kubernetes/client-node";
import { KubernetesConnection } from "./connection.ts";

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export interface FakeApiServer extends AsyncDisposable {
  readonly port: number;
  readonly connection: KubernetesConnection;
  /** Requests so far, as `GET /path?query`. */
  readonly requests: string[];
  /** Breaks every open connection without a word. */
  drop(): void;
  /** Stops listening; `listen` comes back at the same port. */
  stop(): Promise<void>;
  listen(): Promise<void>;
}

/** An API server for the faults that a real one can't be made to show: it answers what the test says. */
export async function fakeApiServer(answer: Answer): Promise<FakeApiServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake");
    requests.push(`${request.method} ${url.pathname}${url.search}`);
    answer(request, response, url);
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const port = await listen(server, 0);
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const connection = connectionTo(port);
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    drop();
    await closed;
  };
  return {
    port,
    connection,
    requests,
    drop,
    stop,
    listen: async () => {
      await listen(server, port);
    },
    [Symbol.asyncDispose]: async () => {
      await connection.close();
      if (server.listening) await stop();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** A connection in plain text, as no kubeconfig of ours would allow it. */
export function connectionTo(port: number): KubernetesConnection {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: "fake", server: `http://127.0.0.1:${port}`, skipTLSVerify: true },
    { name: "tester", token: "t" },
  );
  return new KubernetesConnection(config, "fake");
}

export function sendStatus(response: ServerResponse, code: number, reason: string, more: object = {}): void {
  response.writeHead(code, { "content-type": "application/json" });
  response.end(JSON.stringify({ kind: "Status", apiVersion: "v1", status: "Failure", code, reason, ...more }));
}

export function sendList(response: ServerResponse, resourceVersion: string, names: readonly string[]): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ metadata: { resourceVersion }, items: names.map((name) => objectOf(name, "1")) }));
}

/** Begins a watch and answers how to go on with it. */
export function startWatch(response: ServerResponse) {
  response.writeHead(200, { "content-type": "application/json" });
  response.flushHeaders();
  const event = (type: string, object: object) => response.write(`${JSON.stringify({ type, object })}\n`);
  return {
    send: (type: "ADDED" | "MODIFIED" | "DELETED" | "BOOKMARK", name: string, resourceVersion: string) =>
      event(type, objectOf(name, resourceVersion)),
    error: (code: number, reason: string) => event("ERROR", { kind: "Status", code, reason }),
    end: () => response.end(),
  };
}

const objectOf = (name: string, resourceVersion: string) => ({
  metadata: { name, namespace: "n", resourceVersion, managedFields: [{ manager: "someone" }] },
});

import { connect, createServer, type Socket } from "node:net";

export interface CutProxy extends AsyncDisposable {
  readonly port: number;
  /** Breaks all connections and refuses new ones. */
  cut(): void;
  mend(): void;
}

export interface Delays {
  /** Holds back what the client says, in milliseconds. */
  readonly toServerMs?: number;
  /** Holds back what the server says. */
  readonly toClientMs?: number;
}

/** A way to a real API server that a test can cut in the middle of things. */
export async function cutProxy(
  to: { host: string; port: number },
  { toServerMs = 0, toClientMs = 0 }: Delays = {},
): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const server = connect(to.port, to.host);
    pass(client, server, toServerMs);
    pass(server, client, toClientMs);
  });
  const pass = (from: Socket, to: Socket, delayMs: number) => {
    sockets.add(from);
    from.on("data", (bytes) => setTimeout(() => to.write(bytes), delayMs));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => {
    proxy.listen(0, "127.0.0.1", () => resolve());
  });
  const address = proxy.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut,
    mend: () => {
      isCut = false;
    },
    [Symbol.asyncDispose]: async () => {
      cut();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

import type { RequestOptions } from "node:https";
import { Readable } from "node:stream";
import { HttpMethod, type KubeConfig, RequestContext } from "@kubernetes/client-node";
import { Agent, type Dispatcher } from "undici";
import { ConsoleError } from "../errors.ts";

export interface WireRequest {
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
  /** Until the answer begins. */
  readonly headersTimeoutMs: number;
  /** Longest silence inside the answer; 0 waits for ever. */
  readonly bodyTimeoutMs: number;
}

const connectTimeoutMs = 10_000;
/** A connection that died without a word, under a followed log, is noticed after two of these. */
const pingIntervalMs = 15_000;

type Material = Pick<RequestOptions, "ca" | "cert" | "key" | "rejectUnauthorized" | "servername">;

/**
 * The connections to one API server as one person.
 *
 * The library makes a new agent, and so a new TLS connection, for every call. Here one agent serves all calls; it is
 * replaced when the certificates behind it change, which an exec plugin or a rotated file does.
 */
export class KubernetesConnection {
  readonly #config: KubeConfig;
  readonly context: string;
  #material: Material = {};
  #dispatcher: Promise<Dispatcher> | undefined;
  #closed = false;

  /** `config` has `context` as its current context and is this connection's own. */
  constructor(config: KubeConfig, context: string) {
    this.#config = config;
    this.context = context;
  }

  get config(): KubeConfig {
    return this.#config;
  }

  /**
   * Sends one request and answers as soon as the status and headers are here, whatever the status.
   *
   * Throws `kubernetes-unreachable` when there is no answer, and the signal's reason when the caller gave up.
   */
  async send(request: WireRequest): Promise<Dispatcher.ResponseData> {
    const { origin, prefix } = this.#server();
    try {
      const { headers, dispatcher } = await this.#credentials();
      return await dispatcher.request({
        origin,
        method: request.method,
        path: `${prefix}${request.path}${queryOf(request.query)}`,
        headers: { "user-agent": "drey", accept: "application/json", ...headers, ...request.headers },
        body: bodyOf(request.body),
        signal: request.signal ?? null,
        headersTimeout: request.headersTimeoutMs,
        bodyTimeout: request.bodyTimeoutMs,
      });
    } catch (error) {
      throw this.failure(error, request.signal);
    }
  }

  /** What an error on the way means: the caller's own abort stays what it is. */
  failure(error: unknown, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted || error instanceof ConsoleError) return error;
    return new ConsoleError({ kind: "kubernetes-unreachable", context: this.context }, { cause: error });
  }

  /** Ends every request that is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#dispatcher)?.destroy();
  }

  #server(): { origin: string; prefix: string } {
    const server = this.#config.getCurrentCluster()?.server;
    if (this.#closed) throw unreachable(this.context, "closed: its entry in the kubeconfig has changed");
    if (!server || !URL.canParse(server)) throw unreachable(this.context, `no usable server: ${server}`);
    const { origin, pathname } = new URL(server);
    return { origin, prefix: pathname.replace(/\/+$/, "") };
  }

  async #credentials(): Promise<{ headers: Record<string, string>; dispatcher: Dispatcher }> {
    const options: RequestOptions = {};
    await this.#config.applyToHTTPSOptions(options);
    const headers = Object.fromEntries(
      Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    if (options.auth) headers["authorization"] = `Basic ${Buffer.from(options.auth).toString("base64")}`;
    if (this.#dispatcher === undefined || !sameMaterial(this.#material, options)) {
      const former = this.#dispatcher;
      this.#material = options;
      this.#dispatcher = this.#newDispatcher(options);
      // The former agent closes once its requests have ended.
      former?.then((agent) => agent.close()).catch(() => undefined);
    }
    return { headers, dispatcher: await this.#dispatcher };
  }

  async #newDispatcher(material: Material): Promise<Dispatcher> {
    const options = this.#config.createDispatcherOptions(this.#config.getCurrentCluster(), material);
    if (options.type === "agent" || options.type === "none") {
      const connect = { timeout: connectTimeoutMs, keepAlive: true, keepAliveInitialDelay: 30_000, ...given(material) };
      return new Agent({ connect, h2Options: { pingInterval: pingIntervalMs } });
    }
    // Proxies: the library knows how to reach through them.
    const request = new RequestContext("https://unused.invalid/", HttpMethod.GET);
    await this.#config.applySecurityAuthentication(request);
    return request.getDispatcher() ?? new Agent();
  }
}

const unreachable = (context: string, why: string) =>
  new ConsoleError({ kind: "kubernetes-unreachable", context }, { cause: new Error(why) });

/** The material without what is unset: undici tells «undefined» from «absent». */
function given({ ca, cert, key, rejectUnauthorized, servername }: Material) {
  return {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
    ...(servername !== undefined && { servername }),
  };
}

function bodyOf(body: WireRequest["body"]): string | Uint8Array | Readable | null {
  if (body === undefined || typeof body === "string" || body instanceof Uint8Array) return body ?? null;
  return Readable.from(body);
}

function sameMaterial(one: Material, other: Material): boolean {
  const same = (a: unknown, b: unknown) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b);
  return (
    same(one.ca, other.ca) &&
    same(one.cert, other.cert) &&
    same(one.key, other.key) &&
    one.rejectUnauthorized === other.rejectUnauthorized &&
    one.servername === other.servername
  );
}

function queryOf(query: WireRequest["query"]): string {
  const given = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

import type { Failure } from "../errors.ts";

/** What a request says of where it comes from. */
export interface Asked {
  readonly method: string;
  /** Pages and files may be asked for by any link; what the API answers may not be read or embedded by other sites. */
  readonly wants: "page" | "data";
  readonly headers: Pick<Headers, "get">;
}

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** Host names by which the console answers, whatever the port. */
export function allowedHosts(settings: { DREY_HOST: string; DREY_ALLOWED_HOSTS: readonly string[] }): Set<string> {
  const wildcards = ["0.0.0.0", "::"];
  const own = wildcards.includes(settings.DREY_HOST) ? [] : [bracketed(settings.DREY_HOST.toLowerCase())];
  return new Set([...loopbackNames, ...own, ...settings.DREY_ALLOWED_HOSTS]);
}

const bracketed = (host: string): string => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);

/**
 * Why a request is refused before anything else, or undefined.
 *
 * The Host check stops a foreign name that was pointed at this machine (DNS rebinding): to the browser such a page has
 * the console's own origin. The Origin check stops pages of other sites, other ports of this machine included, from
 * changing anything or from reading a stream. Programs send neither header and pass.
 */
export function refusalOf(asked: Asked, hosts: ReadonlySet<string>): Failure | undefined {
  const host = asked.headers.get("host")?.toLowerCase() ?? "";
  if (!hosts.has(host.replace(/:\d+$/, ""))) return { kind: "host-refused", host: shown(host) };
  const reads = asked.method === "GET" || asked.method === "HEAD";
  if (reads && asked.wants === "page") return undefined;
  const origin = asked.headers.get("origin");
  if (origin !== null && !isOwn(origin, host)) return { kind: "origin-refused", origin: shown(origin) };
  return isForeign(asked, reads) ? { kind: "origin-refused", origin: "another site" } : undefined;
}

/** A followed link is the person's own act, and a page of another site can't see where it led. */
function isForeign({ headers }: Asked, reads: boolean): boolean {
  const site = headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return false;
  return !(reads && headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document");
}

function isOwn(origin: string, host: string): boolean {
  // "null" is the origin of sandboxed pages and files; it parses as no URL.
  return URL.canParse(origin) && new URL(origin).host === withoutDefaultPort(host, origin);
}

/** As `URL.host` writes it: without the port that its scheme implies. */
const withoutDefaultPort = (host: string, origin: string): string =>
  host.replace(origin.startsWith("https:") ? /:443$/ : /:80$/, "");

/** A header's value within a message: bounded, and not empty. */
const shown = (value: string): string => (value === "" ? "no name" : value.slice(0, 100));

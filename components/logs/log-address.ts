import { z } from "zod";
import { type CountedLevel, countedLevels, logSelection, mainContainer } from "#server/logs/schema.ts";

/** What a viewer shows, as its address says it. */
export interface LogAddress {
  readonly levels: readonly CountedLevel[];
  readonly pods: readonly string[] | undefined;
  readonly withoutPods: readonly string[];
  readonly loggers: readonly string[] | undefined;
  readonly withoutLoggers: readonly string[];
  readonly text: string;
  readonly regex: boolean;
  readonly caseSensitive: boolean;
  readonly since: string;
  readonly until: string | undefined;
  readonly container: string;
  readonly previous: boolean;
  readonly wrap: boolean;
}

export const defaultSince = "15m";
/** The range of everything that is there. */
export const sinceEver = "all";

const list = (value: string | null) => (value === null || value === "" ? undefined : value.split(","));
const isOn = (value: string | null) => value === "1";
const level = z.enum(countedLevels);

/** Reads an address; what can't be read is left at its default, so that any link opens. */
export function parseLogAddress(parameters: URLSearchParams): LogAddress {
  const get = (name: string) => parameters.get(name);
  const levels = list(get("levels"))?.flatMap((word) => level.safeParse(word).data ?? []);
  const since = get("since") ?? defaultSince;
  return {
    levels: levels === undefined || levels.length === 0 ? countedLevels : levels,
    pods: list(get("pods")),
    withoutPods: list(get("withoutPods")) ?? [],
    loggers: list(get("loggers")),
    withoutLoggers: list(get("withoutLoggers")) ?? [],
    text: get("q") ?? "",
    regex: isOn(get("regex")),
    caseSensitive: isOn(get("case")),
    since: since === sinceEver || logSelection.shape.since.safeParse(since).success ? since : defaultSince,
    until: logSelection.shape.until.safeParse(get("until") ?? undefined).data,
    container: get("container") ?? mainContainer,
    previous: isOn(get("previous")),
    wrap: isOn(get("wrap")),
  };
}

/** The address as a query string, what is at its default left out. */
export function printLogAddress(address: LogAddress): string {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string, fallback = "") => value !== fallback && parameters.set(name, value);
  put("levels", address.levels.length === countedLevels.length ? "" : address.levels.join(","));
  put("pods", address.pods?.join(",") ?? "");
  put("withoutPods", address.withoutPods.join(","));
  put("loggers", address.loggers?.join(",") ?? "");
  put("withoutLoggers", address.withoutLoggers.join(","));
  put("q", address.text);
  put("regex", address.regex ? "1" : "");
  put("case", address.caseSensitive ? "1" : "");
  put("since", address.since, defaultSince);
  put("until", address.until ?? "");
  put("container", address.container, mainContainer);
  put("previous", address.previous ? "1" : "");
  put("wrap", address.wrap ? "1" : "");
  return parameters.toString();
}

/** The part of an address that the server selects by. */
export function selectionOf(address: LogAddress) {
  const some = <Item>(items: readonly Item[] | undefined) => (items && items.length > 0 ? [...items] : undefined);
  return {
    ...(address.levels.length < countedLevels.length && { levels: [...address.levels] }),
    ...(some(address.pods) && { pods: some(address.pods) }),
    ...(some(address.withoutPods) && { withoutPods: some(address.withoutPods) }),
    ...(some(address.loggers) && { loggers: some(address.loggers) }),
    ...(some(address.withoutLoggers) && { withoutLoggers: some(address.withoutLoggers) }),
    ...(address.text !== "" && { text: address.text, regex: address.regex, caseSensitive: address.caseSensitive }),
    ...(address.since !== sinceEver && { since: address.since }),
    ...(address.until !== undefined && { until: address.until }),
    container: address.container,
    previous: address.previous,
  };
}

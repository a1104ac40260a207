import { describe, expect, it } from "vitest";
import { parseLogAddress, printLogAddress, selectionOf } from "./log-address.ts";

const read = (query: string) => parseLogAddress(new URLSearchParams(query));

describe("the address of a log view", () => {
  it("opens the last quarter of an hour of everything by default, with an empty address", () => {
    expect(printLogAddress(read(""))).toBe("");
    expect(selectionOf(read(""))).toEqual({ since: "15m", container: "flink-main-container", previous: false });
  });

  it("comes back from its own link", () => {
    const query =
      "levels=ERROR%2CWARN&withoutPods=a-1%2Ca-2&loggers=org.apache&withoutLoggers=a.B&q=a%2Cb+%22%3C&regex=1&case=1" +
      "&since=2026-11-24T23%3A11%3A02Z&until=2026-11-24T23%3A12%3A02Z&container=sidecar&previous=1&wrap=1";
    expect(printLogAddress(read(query))).toBe(query);
  });

  it("opens whatever is written in it", () => {
    expect(printLogAddress(read("levels=LOUD&since=yesterday&until=never&q="))).toBe("");
  });

  it("asks for the whole log without a range", () => {
    expect(selectionOf(read("since=all"))).not.toHaveProperty("since");
  });
});

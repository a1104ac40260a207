import { describe, expect, it } from "vitest";
import { flinkErrorLine } from "./flink-error.ts";
import { recordedText } from "./recorded/read-recorded.ts";

describe("flinkErrorLine", () => {
  it("finds the reason behind «Internal server error.»", () => {
    expect(flinkErrorLine(JSON.parse(recordedText("2.3.0", "resource-requirements")))).toMatch(
      /^UnsupportedOperationException: The DefaultScheduler does not support changing the parallelism/,
    );
  });

  it("gives what a program threw in main, not what Flink wrapped around it", () => {
    const stack = [
      "org.apache.flink.client.program.ProgramInvocationException: The main method caused an error: no bucket",
      "\tat org.apache.flink.client.Foo.bar(Foo.java:1)",
      "Caused by: com.acme.BucketException: no bucket named <b>x</b>",
      "\tat com.acme.Main.main(Main.java:7)",
    ].join("\n");
    expect(flinkErrorLine({ errors: ["Internal server error.", `<Exception on server side:\n${stack}`] })).toBe(
      "BucketException: no bucket named <b>x</b>",
    );
  });

  it("is one bounded line without control characters", () => {
    const line = flinkErrorLine({ errors: [`a\u0000b\u001b[31m${"x".repeat(5000)}\nsecond`] }) ?? "";
    expect(line).toHaveLength(601);
    expect(line).not.toMatch(/\p{Cc}/u);
  });

  it("says nothing of an answer that is not Flink's", () => {
    expect(flinkErrorLine("<html>")).toBeUndefined();
    expect(flinkErrorLine({ errors: [] })).toBeUndefined();
  });
});

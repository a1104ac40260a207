import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causesOf } from "./causes.ts";

const stack = `org.apache.flink.runtime.JobException: Recovery is suppressed by NoRestartBackoffTimeStrategy
\tat org.apache.flink.runtime.Foo.bar(Foo.java:1)
\t... 5 more
Caused by: java.lang.RuntimeException: Could not flush
second line of the message
\tat com.acme.Sink.flush(Sink.java:12)
Caused by: java.lang.NullPointerException
\tat com.acme.Sink.inner(Sink.java:40)
`;

describe("causesOf", () => {
  it("puts the root cause first, with messages of several lines", () => {
    expect(causesOf(stack)).toEqual([
      { className: "java.lang.NullPointerException", message: "", firstFrame: "com.acme.Sink.inner(Sink.java:40)" },
      {
        className: "java.lang.RuntimeException",
        message: "Could not flush\nsecond line of the message",
        firstFrame: "com.acme.Sink.flush(Sink.java:12)",
      },
      {
        className: "org.apache.flink.runtime.JobException",
        message: "Recovery is suppressed by NoRestartBackoffTimeStrategy",
        firstFrame: "org.apache.flink.runtime.Foo.bar(Foo.java:1)",
      },
    ]);
  });

  it("takes a text that is no stack as it is", () => {
    expect(causesOf("just words: <b>bold</b>")).toEqual([{ className: "", message: "just words: <b>bold</b>" }]);
  });

  it("finds at least one cause in any text, and bounds it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 5000 }), (text) => {
        const causes = causesOf(text);
        expect(causes.length).toBeGreaterThan(0);
        for (const { message } of causes) expect(message.length).toBeLessThanOrEqual(2000);
      }),
    );
  });
});

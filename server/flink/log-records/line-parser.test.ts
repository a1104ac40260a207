import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineParser } from "./line-parser.ts";
import { patternParser } from "./pattern-parser.ts";

const stock = "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n";

/** What the parser reads, with the message as text. */
function read(pattern: string | undefined, line: string) {
  const parsed = lineParser(pattern)(line);
  if (parsed === undefined) return undefined;
  const { level, logger, thread, messageAt, messageEnd } = parsed;
  return { level, logger, thread, message: line.slice(messageAt, messageEnd) };
}

describe("lineParser with a pattern", () => {
  it.each([
    [
      "Flink's stock pattern",
      stock,
      "2026-11-24 23:11:02,123 INFO  org.apache.flink.runtime.taskexecutor.TaskExecutor           [] - Start job leader service.",
      {
        level: "INFO",
        logger: "org.apache.flink.runtime.taskexecutor.TaskExecutor",
        message: "Start job leader service.",
      },
    ],
    [
      "a logger longer than its width",
      stock,
      "2026-11-24 23:11:02,123 ERROR org.apache.flink.runtime.checkpoint.hooks.MasterHooksOfAVeryLongName$Inner [a, b] - Failed - again",
      {
        level: "ERROR",
        logger: "org.apache.flink.runtime.checkpoint.hooks.MasterHooksOfAVeryLongName$Inner",
        message: "Failed - again",
      },
    ],
    [
      "an empty message",
      stock,
      `2026-11-24 23:11:02,123 WARN  ${"a.B".padEnd(60)} [] - `,
      { level: "WARN", logger: "a.B", message: "" },
    ],
    [
      "logback's pattern of Flink",
      "%d{yyyy-MM-dd HH:mm:ss.SSS} [%thread] %-5level %logger{60} %X{sourceThread} - %msg%n",
      "2026-11-24 23:11:02.123 [flink-pekko.actor.default-dispatcher-4] INFO  o.a.f.r.Dispatcher  - Submitted",
      {
        level: "INFO",
        logger: "o.a.f.r.Dispatcher",
        thread: "flink-pekko.actor.default-dispatcher-4",
        message: "Submitted",
      },
    ],
    [
      "a task's thread name with brackets and spaces",
      "%d{ISO8601} [%t] %p %c{1} - %m%n",
      "2026-11-24T23:11:02,123 [Source: in -> Map (1/2)#0] DEBUG Map - x",
      { level: "DEBUG", logger: "Map", thread: "Source: in -> Map (1/2)#0", message: "x" },
    ],
    [
      "padding before the value",
      "%d{ABSOLUTE} %5p %20.20c: %m%n",
      "23:11:02,123  INFO      org.apache.Thing: text",
      { level: "INFO", logger: "org.apache.Thing", message: "text" },
    ],
    [
      "short and renamed levels",
      "%d{HH:mm:ss} %p{length=1} %c - %m%n",
      "23:11:02 W a.B - text",
      { level: "WARN", logger: "a.B", message: "text" },
    ],
    [
      "own words of levels",
      "%p{WARN=Warnung} %c - %m%n",
      "Warnung a.B - text",
      { level: "WARN", logger: "a.B", message: "text" },
    ],
    [
      "colours",
      "%highlight{%d{HH:mm:ss} %-5p} %style{%c}{cyan} - %m%n%throwable",
      "\u001b[32m23:11:02 INFO \u001b[m \u001b[36ma.B\u001b[m - text \u001b[1mbold\u001b[m",
      { level: "INFO", logger: "a.B", message: "text \u001b[1mbold\u001b[m" },
    ],
    [
      "text after the message",
      "%d{HH:mm:ss} %p %c - %m [%X{job}]%n",
      "23:11:02 INFO a.B - text [7]",
      { level: "INFO", logger: "a.B", message: "text [7]" },
    ],
    [
      "a literal after the message",
      "%p %c <%m>%n",
      "INFO a.B <text>",
      { level: "INFO", logger: "a.B", message: "text" },
    ],
    [
      "a zone, whose width changes",
      "%d{yyyy-MM-dd HH:mm:ss z} %p %c - %m%n",
      "2026-11-24 23:11:02 CEST INFO a.B - text",
      { level: "INFO", logger: "a.B", message: "text" },
    ],
    [
      "a percent sign",
      "%d{HH:mm:ss} 100%% %p %c - %m%n",
      "23:11:02 100% INFO a.B - x",
      { level: "INFO", logger: "a.B", message: "x" },
    ],
  ])("reads %s", (_, pattern, line, expected) => {
    expect(read(pattern, line)).toEqual({ thread: undefined, ...expected });
  });

  it.each([
    "\tat org.apache.flink.runtime.taskmanager.Task.run(Task.java:563)",
    "Caused by: java.io.IOException: 2026-11-24 23:11:02,123 INFO",
    "2026-11-24 23:11:02,12x INFO  a.B [] - cut short",
    "2026-11-24 23:11:02,123 INFO  nothing follows",
    "Starting kubernetes-session as a console application on host first-7d9",
    "",
    "plain text",
  ])("leaves %j as it is", (line) => {
    expect(patternParser(stock)?.(line)).toBeUndefined();
  });

  it.each(["%m%n", "%d{HH:mm} %x%X{a} %m", "%d %p", "%unknown %m", "%c - %m%n"])(
    "can't tell lines of %j apart",
    (pattern) => {
      expect(patternParser(pattern)).toBeUndefined();
    },
  );

  it("reads back what log4j would print, whatever the fields hold", () => {
    const name = fc.stringMatching(/^[a-z]{1,12}(\.[A-Za-z]{1,14}){1,5}$/);
    const level = fc.constantFrom("FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    const message = fc.string({ unit: "binary" }).filter((text) => !text.includes("\u001b"));
    fc.assert(
      fc.property(name, level, message, (logger, word, text) => {
        const line = `2026-11-24 23:11:02,123 ${word.padEnd(5)} ${logger.padEnd(60)} [] - ${text}`;
        expect(read(stock, line)).toEqual({ level: word, logger, thread: undefined, message: text });
      }),
    );
  });

  it("takes linear time on hostile lines", () => {
    const parse = lineParser("%d{HH:mm:ss} %c %x - %X{a} - %t ] %m%n");
    const started = performance.now();
    for (const unit of [" - ", " ", "a.", "[", "]", "1", "\u001b[", "INFO "]) parse(`23:11:02 ${unit.repeat(30_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("lineParser without a pattern", () => {
  it.each([
    [
      "2026-11-24 23:11:02,123 INFO  org.apache.flink.Foo      [] - Started: now",
      { level: "INFO", logger: "org.apache.flink.Foo", message: "Started: now" },
    ],
    [
      "23:11:02.123 [main] WARN  org.apache.Foo - text",
      { level: "WARN", logger: "org.apache.Foo", thread: "main", message: "text" },
    ],
    [
      "WARNING: An illegal reflective access operation",
      { level: "WARN", message: "An illegal reflective access operation" },
    ],
    ["[ERROR] could not start", { level: "ERROR", message: "could not start" }],
    [
      '{"@timestamp":"2026-11-24T23:11:02Z","log.level":"error","log.logger":"a.B","message":"text"}',
      {
        level: "ERROR",
        logger: "a.B",
        message: '{"@timestamp":"2026-11-24T23:11:02Z","log.level":"error","log.logger":"a.B","message":"text"}',
      },
    ],
  ])("guesses %j", (line, expected) => {
    expect(read(undefined, line)).toEqual({ thread: undefined, logger: undefined, ...expected });
  });

  it.each(["The job has an ERROR somewhere", "at a.b.C.d(C.java:1)", '{"half": ', "2026-11-24 23:11:02 nothing here"])(
    "guesses nothing in %j",
    (line) => {
      expect(read(undefined, line)).toBeUndefined();
    },
  );
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { logLevels } from "./log-level.ts";
import { effectiveLevel } from "./logging-file.ts";
import { readLog4j } from "./read-loggers.ts";
import { restoreLog4jLevel, setLog4jLevel, setMonitorInterval } from "./set-level.ts";

const recorded = z
  .array(z.object({ file: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync(new URL("recorded/log4j-reads.json", import.meta.url), "utf8")))
  .filter(({ file }) => file !== "bad-unicode.properties");
const stock = recorded.find(({ file }) => file === "stock-2.3.properties")?.text ?? "";

describe("setLog4jLevel on Flink's own file", () => {
  it("changes one line for a logger that the file names", () => {
    const { text, former } = setLog4jLevel(stock, "org.apache.pekko", "DEBUG");
    expect(text).toBe(stock.replace("logger.pekko.level = INFO", "logger.pekko.level = DEBUG"));
    expect(former).toEqual({ "logger.pekko.level": " = INFO" });
  });

  it("adds two lines after the other loggers for one that it does not name", () => {
    const { text } = setLog4jLevel(stock, "org.apache.flink.runtime.checkpoint", "DEBUG");
    const lines =
      "logger.org_apache_flink_runtime_checkpoint.name = org.apache.flink.runtime.checkpoint\n" +
      "logger.org_apache_flink_runtime_checkpoint.level = DEBUG\n";
    expect(text).toBe(`${stock}${lines}`);
  });

  it("keeps the root's lookup for the way back", () => {
    const { text, former } = setLog4jLevel(stock, "", "WARN");
    expect(text).toContain("\nrootLogger.level = WARN\n");
    expect(restoreLog4jLevel(text, former)).toBe(stock);
  });
});

describe("setLog4jLevel on files of people", () => {
  it("keeps Windows line ends and a last line without an end", () => {
    const file = "rootLogger.level = INFO\r\nlogger.a.name = com.a\r\nlogger.a.level = INFO";
    expect(setLog4jLevel(file, "com.a", "OFF").text).toBe(file.replace(/INFO$/, "OFF"));
    expect(setLog4jLevel(file, "com.b", "TRACE").text).toBe(
      "rootLogger.level = INFO\r\nlogger.a.name = com.a\r\n" +
        "logger.com_b.name = com.b\r\nlogger.com_b.level = TRACE\r\nlogger.a.level = INFO",
    );
  });

  it("keeps the appenders of the short form", () => {
    const file = "rootLogger = WARN , console\nlogger.a.name=com.a\nlogger.a = debug , console\n";
    expect(setLog4jLevel(file, "com.a", "ERROR").text).toContain("logger.a = ERROR , console\n");
    expect(setLog4jLevel(file, "", "ERROR").text).toContain("rootLogger = ERROR , console\n");
  });

  it("enters a new logger into the list of loggers, and takes it out again", () => {
    const file = "loggers = a, b\nlogger.a.name=com.a\nlogger.b.name=com.b\n";
    const { text, former } = setLog4jLevel(file, "com.c", "INFO");
    expect(text).toContain("loggers = a, b, com_c\n");
    expect(restoreLog4jLevel(text, former)).toBe(file);
  });

  it("sets every alias that names the logger", () => {
    const file = "logger.a.name=x\nlogger.a.level=INFO\nlogger.b.name=x\nlogger.b.level=WARN\n";
    expect(setLog4jLevel(file, "x", "OFF").text).toBe(file.replace("INFO", "OFF").replace("WARN", "OFF"));
  });

  it("chooses an alias that is free", () => {
    const file = "logger.com_a.name=other\n";
    expect(setLog4jLevel(file, "com.a", "INFO").text).toContain("logger.com_a_2.name = com.a\n");
    expect(setLog4jLevel(file, "com_a", "INFO").text).toContain("logger.com_a_2.name = com_a\n");
  });

  it("leaves a name on which somebody has hung more in the meantime", () => {
    const { text, former } = setLog4jLevel("rootLogger.level=INFO\n", "com.a", "DEBUG");
    const theirs = `${text}logger.com_a.additivity = false\n`;
    const restored = restoreLog4jLevel(theirs, former);
    expect(restored).toBe("rootLogger.level=INFO\nlogger.com_a.name = com.a\nlogger.com_a.additivity = false\n");
    expect(readLog4j(restored).issues).toEqual([]);
  });

  it("refuses a file that Java can't read", () => {
    expect(() => setLog4jLevel("a = \\u12\n", "x", "INFO")).toThrow(RangeError);
  });
});

describe("setMonitorInterval", () => {
  it("adds the line at the top, with the file's line end, and corrects a wrong one", () => {
    expect(setMonitorInterval("a=b\r\n", 30)).toBe("monitorInterval = 30\r\na=b\r\n");
    expect(setMonitorInterval("monitorInterval=0\n", 30)).toBe("monitorInterval=30\n");
  });
});

/** Files as people write them: any line end, comments, unknown keys, continued lines, with or without a last end. */
const name = fc.constantFrom("com.a", "com.a.b", "com.b", "org.apache.Foo$Bar", "PythonWorker");
const someLevel = fc.constantFrom(...logLevels);
const written = fc.constantFrom("INFO", "debug", "WARN  ", "ER\\\n   ROR", `\${env:X:-INFO}`, "OFF");
const separator = fc.constantFrom(" = ", "=", ":", " ", "\t: ");
const line = fc.oneof(
  fc.constantFrom(
    "# a comment",
    "",
    "  ! another",
    "unknown.key = kept  ",
    "monitorInterval=30",
    "key\\ with = x \\\n  y",
  ),
  fc.tuple(fc.nat(4), separator, written).map(([n, sep, level]) => `logger.a${n}.level${sep}${level}`),
  fc.tuple(separator, written).map(([sep, level]) => `rootLogger.level${sep}${level}`),
  fc.tuple(fc.nat(4), fc.constantFrom("INFO, console", "DEBUG ,x")).map(([n, value]) => `logger.a${n} = ${value}`),
);
const propertiesFile = fc
  .tuple(
    fc.array(line, { maxLength: 12 }),
    fc.array(name, { maxLength: 5 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(([lines, names, lineEnd, ended]) => {
    const all = [...lines, ...names.map((each, n) => `logger.a${n}.name = ${each}`)];
    return all.join("\n").replaceAll("\n", lineEnd) + (ended ? lineEnd : "");
  });
const change = fc.record({ logger: fc.oneof(name, fc.constant("")), level: someLevel });

const withoutEnds = (text: string) => text.split(/\r\n|\n/);

describe("for every file and logger", () => {
  it("the level is the one set, and restoring gives the former bytes", () => {
    fc.assert(
      fc.property(propertiesFile, change, (file, { logger, level }) => {
        const { text, former } = setLog4jLevel(file, logger, level);
        expect(effectiveLevel(readLog4j(text), logger)).toMatchObject({ level, from: "own" });
        expect(restoreLog4jLevel(text, former)).toBe(file);
      }),
      { numRuns: 1_000 },
    );
  });

  it("setting twice is the same as setting once", () => {
    fc.assert(
      fc.property(propertiesFile, change, (file, { logger, level }) => {
        const once = setLog4jLevel(file, logger, level).text;
        expect(setLog4jLevel(once, logger, level).text).toBe(once);
      }),
    );
  });

  it("no other logger's own level changes, and every line that is gone spoke of this logger", () => {
    fc.assert(
      fc.property(propertiesFile, change, (file, { logger, level }) => {
        const before = readLog4j(file);
        const { text } = setLog4jLevel(file, logger, level);
        const others = (loggers: typeof before.loggers) =>
          loggers.filter((entry) => entry.name !== logger).map((entry) => [entry.name, entry.level]);
        expect(others(readLog4j(text).loggers)).toEqual(others(before.loggers));
        const left = new Set(withoutEnds(text));
        const gone = withoutEnds(file).filter((each) => !left.has(each));
        for (const each of gone) expect(each).toMatch(/^(logger\.a\d|rootLogger\.level|\s+ROR)/);
      }),
    );
  });

  it("several changes undone in any order give the former bytes", () => {
    fc.assert(
      fc.property(
        propertiesFile,
        fc.uniqueArray(change, { selector: ({ logger }) => logger }),
        fc.nat(),
        (file, all, seed) => {
          let text = file;
          const formers = all.map(({ logger, level }) => {
            const edit = setLog4jLevel(text, logger, level);
            text = edit.text;
            return edit.former;
          });
          const order = formers
            .map((former, n) => ({ former, rank: (n * 7919 + seed) % 97 }))
            .sort((a, b) => a.rank - b.rank);
          for (const { former } of order) text = restoreLog4jLevel(text, former);
          expect(text).toBe(file);
        },
      ),
    );
  });

  it.each(recorded)("$file comes back byte for byte", ({ text: file }) => {
    for (const logger of ["", "com.a", "com.dup", "com.new"]) {
      const { text, former } = setLog4jLevel(file, logger, "FATAL");
      expect(restoreLog4jLevel(text, former)).toBe(file);
    }
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { effectiveLevel } from "../log4j/logging-file.ts";
import { readLogback } from "./read-logback.ts";
import { restoreLogbackLevel, setLogbackLevel } from "./set-logback-level.ts";

const recorded = z
  .array(
    z.object({
      file: z.string(),
      text: z.string(),
      "1.3.15": z.object({
        loggers: z.record(z.string(), z.string()).optional(),
        watched: z.boolean().optional(),
        refused: z.string().optional(),
      }),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL("recorded/logback-reads.json", import.meta.url), "utf8")));
const taken = recorded.filter((one) => one["1.3.15"].loggers);
const stock = recorded.find(({ file }) => file === "stock-2.3.xml")?.text ?? "";

describe("what logback itself made of a file", () => {
  it.each(taken)("$file has the levels of logback 1.3.15", ({ text, "1.3.15": logback }) => {
    const read = readLogback(text);
    const levels = Object.keys(logback.loggers ?? {}).map((name) => [name, effectiveLevel(read, name).level]);
    expect(Object.fromEntries(levels)).toEqual(logback.loggers);
    expect(read.reload.kind === "every").toBe(logback.watched);
  });

  it("calls the file malformed that logback refuses", () => {
    const broken = recorded.find((one) => one["1.3.15"].refused)?.text ?? "";
    expect(readLogback(broken).issues).toMatchObject([{ code: "malformed", line: 3, refused: true }]);
  });

  it.each([
    ['scan="true" scanPeriod="30 seconds"', 30],
    ['scan="true" scanPeriod="2000"', 2],
    ['scan="true" scanPeriod="2 minutes"', 120],
    ['scan="true" scanPeriod="soon"', 60],
    ['scan="true"', 60],
  ])("scans with %s every %i seconds", (attributes, seconds) => {
    expect(readLogback(`<configuration ${attributes}/>`).reload).toEqual({ kind: "every", seconds });
  });
});

describe("setLogbackLevel", () => {
  it("changes one value in Flink's own file, and adds one line for a new logger", () => {
    expect(setLogbackLevel(stock, "org.apache.kafka", "DEBUG").text).toBe(
      stock.replace('name="org.apache.kafka" level="INFO"', 'name="org.apache.kafka" level="DEBUG"'),
    );
    expect(setLogbackLevel(stock, "com.a", "TRACE").text).toBe(
      stock.replace("    <root ", '    <logger name="com.a" level="TRACE"/>\n    <root '),
    );
  });

  it("is not misled by text that looks like an attribute, in either quotes, with Windows line ends", () => {
    const file = `<configuration>\r\n<!-- <logger name="x" level="INFO"/> -->\r\n<logger additivity='level="ALL"'\r\n name='x' level='INFO' />\r\n</configuration>`;
    expect(setLogbackLevel(file, "x", "OFF").text).toBe(file.replace("level='INFO'", "level='OFF'"));
  });

  it("gives a level to a logger without one, and takes it away again", () => {
    const file = '<configuration><logger name="x"/><root/></configuration>';
    const edit = setLogbackLevel(file, "x", "WARN");
    expect(edit.text).toBe('<configuration><logger name="x" level="WARN"/><root/></configuration>');
    expect(restoreLogbackLevel(edit.text, edit.former)).toBe(file);
  });

  it("edits a file of 1 MB in seconds of processor time at most", () => {
    const loggers = Array.from({ length: 12_000 }, (_, n) => `<logger name="com.example.Class${n}" level="INFO"/>`);
    const file = `<configuration>\n${loggers.join("\n")}\n</configuration>`.padEnd(1_048_576);
    const before = process.cpuUsage();
    const { text } = setLogbackLevel(file, "com.example.Class11999", "OFF");
    expect(readLogback(text).loggers.at(-1)).toMatchObject({ level: "OFF", line: 12_001 });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
  });

  it("refuses what is not XML", () => {
    expect(() => setLogbackLevel("<configuration>", "x", "INFO")).toThrow(RangeError);
  });

  it.each(taken)("$file comes back byte for byte", ({ text: file }) => {
    for (const logger of ["", "com.a", "com.dup", "com.a$Inner", "com.new"]) {
      const { text, former } = setLogbackLevel(file, logger, "ERROR");
      expect(effectiveLevel(readLogback(text), logger)).toMatchObject({ level: "ERROR", from: "own" });
      expect(restoreLogbackLevel(text, former)).toBe(file);
    }
  });
});

const level = fc.constantFrom("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");
const name = fc.constantFrom("com.a", "com.a.b", "com.a$B", "");
const element = fc
  .tuple(name, level, fc.constantFrom(0, 1, 2, 3), fc.constantFrom('"', "'"))
  .map(([logger, own, form, quote]) => {
    const head = logger === "" ? "<root" : `<logger name=${quote}${logger}${quote}`;
    const forms = [
      `${head}/>`,
      `${head}  level = ${quote}${own}${quote} />`,
      `${head}><level value="${own}"/></logger>`,
    ];
    const text = forms[form] ?? `${head} level="${own}">\n  </logger>`;
    return logger === "" ? text.replace("</logger>", "</root>") : text;
  });
const logbackFile = fc
  .tuple(
    fc.array(fc.oneof(element, fc.constantFrom("<!-- > -->", "", "\t<appender name='c' class='x'/>"))),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([lines, end]) => ["<configuration>", ...lines, "</configuration>"].join("\n  ").replaceAll("\n", end));

describe("for every logback file and logger", () => {
  it("the level is the one set, and restoring gives the former bytes", () => {
    fc.assert(
      fc.property(logbackFile, name, level, (file, logger, wanted) => {
        const { text, former } = setLogbackLevel(file, logger, wanted);
        expect(effectiveLevel(readLogback(text), logger)).toMatchObject({ level: wanted, from: "own" });
        expect(restoreLogbackLevel(text, former)).toBe(file);
      }),
      { numRuns: 500 },
    );
  });
});

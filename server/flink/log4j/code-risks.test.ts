import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { logbackCodeRisks } from "../logback/code-risks.ts";
import { log4jCodeRisks } from "./code-risks.ts";

const stockOf = (folder: string, file: string) => {
  const text = readFileSync(new URL(folder, import.meta.url), "utf8");
  return (
    z
      .array(z.object({ file: z.string(), text: z.string() }))
      .parse(JSON.parse(text))
      .find((one) => one.file === file)?.text ?? ""
  );
};

describe("code in logging files", () => {
  it("finds none in Flink's own files", () => {
    const log4j = stockOf("recorded/log4j-reads.json", "stock-2.3.properties");
    const logback = stockOf("../logback/recorded/logback-reads.json", "stock-2.3.xml");
    expect(log4j).toContain("RollingFile");
    expect(logback).toContain("RollingFileAppender");
    expect(log4jCodeRisks(log4j)).toEqual([]);
    expect(logbackCodeRisks(logback)).toEqual([]);
  });

  it.each([
    "script.a.type = Script",
    "appender.x.type = JMS",
    "appender.x.type=ScriptAppenderSelector",
    "packages = com.evil",
    `appender.x.fileName = \${jndi:ldap://evil/a}`,
    `property.a = \${script:groovy:evil}`,
    `property.a = \${\${lower:j}ndi:rmi://evil}`,
    "appender.x.layout.pattern = %m{lookups}",
    "app\\u0065nder.x.type = JN\\\n  DI",
    "appender.x.connectionSource.driverClassName = com.evil.Driver",
  ])("refuses %s", (line) => {
    expect(log4jCodeRisks(`rootLogger.level=INFO\n${line}\n`)).toMatchObject([
      { code: "runs-code", line: 2, refused: true },
    ]);
  });

  it("takes a lookup within a default, as Flink's own file has", () => {
    expect(log4jCodeRisks(`rootLogger.level = \${env:A:-\${sys:b:-INFO}}`)).toEqual([]);
  });

  it.each([
    '<appender name="a" class="com.evil.Appender"/>',
    '<insertFromJNDI env-entry-name="java:comp/env/x" as="x"/>',
    "<if condition='true'><then/></if>",
    '<conversionRule conversionWord="x" converterClass="com.evil.C"/>',
    '<include url="http://evil/x.xml"/>',
  ])("refuses %s", (element) => {
    expect(logbackCodeRisks(`<configuration>\n${element}\n</configuration>`)).toMatchObject([
      { code: "runs-code", line: 2 },
    ]);
  });
});

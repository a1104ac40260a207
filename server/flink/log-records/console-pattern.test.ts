import { describe, expect, it } from "vitest";
import { consolePattern } from "./console-pattern.ts";

describe("consolePattern", () => {
  it("finds the pattern of the console appender among others", () => {
    const properties = [
      "appender.rolling.type = RollingFile",
      "appender.rolling.layout.pattern = %m%n",
      "# appender.console.layout.pattern = %p",
      "appender.console.type = CONSOLE",
      "appender.console.layout.pattern = %d{HH:mm:ss} \\",
      "    %-5p %c - %m%n",
    ].join("\n");
    expect(consolePattern("log4j-console.properties", properties)).toBe("%d{HH:mm:ss} %-5p %c - %m%n");
  });

  it("finds it in logback's XML", () => {
    const xml = `<configuration><appender name="file" class="ch.qos.logback.core.FileAppender"><pattern>%m</pattern></appender>
      <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
        <encoder><pattern>%d{HH:mm:ss} [%thread] %-5level &lt;%logger&gt; - %msg%n</pattern></encoder></appender></configuration>`;
    expect(consolePattern("logback-console.xml", xml)).toBe("%d{HH:mm:ss} [%thread] %-5level <%logger> - %msg%n");
  });

  it("finds none where another layout prints", () => {
    expect(
      consolePattern("log4j-console.properties", "appender.a.type=Console\nappender.a.layout.type=JsonTemplateLayout"),
    ).toBe(undefined);
  });
});

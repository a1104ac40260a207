import { describe, expect, it } from "vitest";
import { loggingIn } from "./cluster-logging.ts";
import { keptAfter, revertLevels, setLevels, wantedIssues } from "./edit-levels.ts";
import type { ConfigMap } from "./kubernetes-objects.ts";
import { annotatedOverrides, endedLoggers, type KeptOverrides, overridesAnnotation } from "./level-overrides.ts";

const file = "monitorInterval=30\nrootLogger.level = INFO\nlogger.a.name = com.a\nlogger.a.level = WARN\n";
const mapOf = (text: string, kept?: KeptOverrides): ConfigMap => ({
  metadata: {
    name: "flink-config-one",
    resourceVersion: "7",
    ...(kept && { annotations: { [overridesAnnotation]: JSON.stringify(kept) } }),
  },
  data: { "log4j-console.properties": text },
});
const readBack = (next: { text: string; kept: KeptOverrides }) => loggingIn(mapOf(next.text, next.kept), "log4j2");
const start = loggingIn(mapOf(file), "log4j2");
const anna = { by: "anna", at: "2026-05-12T13:00:00.000Z" };
const ben = { by: "ben", at: "2026-05-12T13:05:00.000Z" };

describe("setLevels and revertLevels", () => {
  it("keep what was there, so that the annotation alone brings the former bytes back", () => {
    const set = readBack(
      setLevels(
        start,
        [
          { logger: "com.a", level: "debug" },
          { logger: "com.new", level: "TRACE" },
        ],
        anna,
      ),
    );
    expect(set.kept.overrides["com.a"]).toMatchObject({ level: "DEBUG", was: "WARN", by: "anna" });
    expect(set.kept.overrides["com.new"]).toMatchObject({ level: "TRACE", was: "INFO" });
    const back = revertLevels(set, ["com.a", "com.new"], ben);
    expect(back.text).toBe(file);
    expect(back.kept.overrides).toEqual({});
    expect(back.reverted).toEqual([
      { logger: "com.a", level: "WARN" },
      { logger: "com.new", level: "INFO" },
    ]);
  });

  it("an override of an override goes back to the first former", () => {
    const first = readBack(setLevels(start, [{ logger: "com.a", level: "DEBUG" }], anna));
    const second = readBack(setLevels(first, [{ logger: "com.a", level: "TRACE" }], ben));
    expect(second.kept.overrides["com.a"]).toMatchObject({ was: "WARN", before: "DEBUG", by: "ben" });
    expect(revertLevels(second, ["com.a"], ben).text).toBe(file);
  });

  it("leaves alone what somebody has written into the file since, and says so", () => {
    const set = setLevels(start, [{ logger: "com.a", level: "DEBUG" }], anna);
    const theirs = set.text.replace("logger.a.level = DEBUG", "logger.a.level = ERROR");
    const back = revertLevels(readBack({ ...set, text: theirs }), ["com.a"], ben);
    expect(back.text).toBe(theirs);
    expect(back.keptAsChanged).toEqual([{ logger: "com.a", level: "ERROR" }]);
    expect(back.kept.overrides).toEqual({});
  });

  it("a whole new file keeps only the overrides that still stand in it", () => {
    const set = readBack(
      setLevels(
        start,
        [
          { logger: "com.a", level: "DEBUG" },
          { logger: "root", level: "ERROR" },
        ],
        anna,
      ),
    );
    const kept = keptAfter(set, set.text.replace("rootLogger.level = ERROR", "rootLogger.level = OFF"), ben);
    expect(Object.keys(kept.overrides)).toEqual(["com.a"]);
    expect(kept.change?.loggers).toEqual([{ logger: "root", from: "ERROR", to: "OFF" }]);
  });
});

describe("wantedIssues", () => {
  it("names each bad name and level at its place", () => {
    const wanted = [
      { logger: "a b", level: "DEBUG" },
      { logger: "root", level: "LOUD" },
      { logger: "root", level: "INFO" },
    ];
    expect(wantedIssues(start.file, wanted).map(({ field, code }) => [field, code])).toEqual([
      ["changes.0.logger", "logger-name"],
      ["changes.1.level", "level"],
      ["changes.2.logger", "twice"],
    ]);
  });

  it("takes the file's own levels, and no FATAL for logback", () => {
    const own = loggingIn(mapOf(`customLevel.NOTICE = 350\n${file}`), "log4j2");
    expect(wantedIssues(own.file, [{ logger: "com.a", level: "notice" }])).toEqual([]);
    const logback = loggingIn(
      { ...mapOf(""), data: { "logback-console.xml": "<configuration><root/></configuration>" } },
      "logback",
    );
    expect(wantedIssues(logback.file, [{ logger: "com.a", level: "FATAL" }])).toHaveLength(1);
  });
});

describe("the annotation", () => {
  it("that somebody has garbled is not read", () => {
    for (const text of ["", "{", "[]", '{"version":2,"overrides":{}}']) {
      expect(annotatedOverrides({ [overridesAnnotation]: text })).toBeUndefined();
    }
  });

  it("tells whose time is over", () => {
    const { kept } = setLevels(start, [{ logger: "com.a", level: "DEBUG" }], {
      ...anna,
      until: "2026-05-12T14:00:00Z",
    });
    expect(endedLoggers(kept, new Date("2026-05-12T13:59:59Z"))).toEqual([]);
    expect(endedLoggers(kept, new Date("2026-05-12T14:00:00Z"))).toEqual(["com.a"]);
  });
});

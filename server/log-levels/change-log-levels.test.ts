import { describe, expect, it } from "vitest";
import type { Caller } from "../caller.ts";
import { ConsoleError } from "../errors.ts";
import { changeLogLevels } from "./change-log-levels.ts";
import { expireInContext } from "./expire-overrides.ts";
import { overridesAnnotation, overridesOf } from "./parts/level-overrides.ts";
import { revertLogLevels } from "./revert-log-levels.ts";

const address = { context: "c", namespace: "n", clusterId: "one" };
const name = "log4j-console.properties";
const file = "monitorInterval=30\r\nrootLogger.level = INFO\r\nlogger.a.name = com.a\r\nlogger.a.level = WARN";

interface StoredMap {
  metadata: {
    name: string;
    namespace: string;
    labels: Record<string, string>;
    resourceVersion: string;
    annotations: Record<string, string>;
  };
  data: Record<string, string>;
}

interface MapPatch {
  readonly metadata: { readonly resourceVersion: string; readonly annotations: Record<string, string> };
  readonly data: Record<string, string>;
}

/** One ConfigMap as an API server keeps it: a write bound to an old version is refused. */
class OneMap {
  stored: StoredMap = {
    metadata: {
      name: "flink-config-one",
      namespace: "n",
      labels: { app: "one" },
      resourceVersion: "1",
      annotations: {},
    },
    data: { [name]: file },
  };
  audited: string[] = [];
  /** Runs once, between somebody's read and write. */
  meanwhile: (() => Promise<unknown>) | undefined;

  get text(): string {
    return this.stored.data[name] ?? "";
  }

  caller(who: string): Caller {
    const door = {
      read: async (kind: string) =>
        kind === "ConfigMap" ? structuredClone(this.stored) : { metadata: { name: "one" } },
      list: async () => ({ items: [], cut: false }),
      watched: () => ({ items: [this.stored], ready: true }),
      patch: (_kind: string, _namespace: string, _name: string, patch: MapPatch) => this.#patch(patch),
    };
    const audit = {
      record: async (entry: { subject?: string; before?: string; after?: string }, change: () => Promise<unknown>) => {
        const done = await change();
        this.audited.push(`${who} ${entry.subject} ${entry.before}>${entry.after}`);
        return done;
      },
    };
    return {
      identity: { kind: "kubeconfig", name: who },
      contexts: ["c"],
      kubernetes: () => door,
      audit,
    } as unknown as Caller;
  }

  async #patch({ metadata, data }: MapPatch): Promise<void> {
    const before = this.meanwhile;
    this.meanwhile = undefined;
    await before?.();
    if (metadata.resourceVersion !== this.stored.metadata.resourceVersion) {
      throw new ConsoleError({ kind: "changed-meanwhile", resource: "ConfigMap flink-config-one" });
    }
    Object.assign(this.stored.data, data);
    Object.assign(this.stored.metadata.annotations, metadata.annotations);
    this.stored.metadata.resourceVersion = String(Number(this.stored.metadata.resourceVersion) + 1);
  }
}

const set = (map: OneMap, who: string, logger: string, level: string, more: object = {}) =>
  changeLogLevels({ ...address, changes: [{ logger, level }], dryRun: false, ...more }, map.caller(who));

describe("two people at once", () => {
  it("both keep their change when they touch different loggers", async () => {
    const map = new OneMap();
    map.meanwhile = () => set(map, "ben", "com.b", "TRACE");
    await set(map, "anna", "com.a", "DEBUG");
    expect(map.text).toContain("logger.a.level = DEBUG");
    expect(map.text).toContain("logger.com_b.level = TRACE\r\n");
    const { overrides } = overridesOf(map.stored.metadata.annotations);
    expect(
      Object.entries(overrides)
        .map(([logger, { by }]) => [logger, by])
        .sort(),
    ).toEqual([
      ["com.a", "anna"],
      ["com.b", "ben"],
    ]);
    await revertLogLevels(address, map.caller("anna"));
    expect(map.text).toBe(file);
  });

  it("the second is told what the first has set when they touch the same logger", async () => {
    const map = new OneMap();
    map.meanwhile = () => set(map, "ben", "com.a", "TRACE");
    await expect(set(map, "anna", "com.a", "DEBUG")).rejects.toMatchObject({
      failure: { kind: "changed-meanwhile", resource: "The level of com.a", now: "TRACE, set by ben" },
    });
    expect(map.text).toContain("logger.a.level = TRACE");
  });

  it("a level that was seen otherwise is not overwritten, however long ago it was seen", async () => {
    const map = new OneMap();
    await set(map, "ben", "com.a", "TRACE");
    const changes = [{ logger: "com.a", level: "DEBUG", seen: "WARN" }];
    await expect(changeLogLevels({ ...address, changes, dryRun: false }, map.caller("anna"))).rejects.toMatchObject({
      failure: { kind: "changed-meanwhile" },
    });
  });

  it("a key that somebody else writes into the file meanwhile stays", async () => {
    const map = new OneMap();
    map.meanwhile = async () => {
      map.stored.data[name] = `# by hand\r\n${file}`;
      map.stored.metadata.resourceVersion = "9";
    };
    await set(map, "anna", "com.a", "DEBUG");
    expect(map.text).toBe(`# by hand\r\n${file.replace("WARN", "DEBUG")}`);
  });
});

describe("overrides with an end", () => {
  const endNow = (map: OneMap) => {
    const kept = overridesOf(map.stored.metadata.annotations);
    for (const override of Object.values(kept.overrides)) override.until = new Date(Date.now() - 1_000).toISOString();
    map.stored.metadata.annotations[overridesAnnotation] = JSON.stringify(kept);
  };

  it("end by the annotation alone, byte for byte, once for two consoles", async () => {
    const map = new OneMap();
    await set(map, "anna", "com.a", "DEBUG", { forSeconds: 60 });
    const caller = map.caller("ended by itself");
    await expireInContext("c", caller, new Map());
    expect(map.text).not.toBe(file);
    endNow(map);
    map.audited = [];
    map.meanwhile = () => expireInContext("c", map.caller("the other console"), new Map());
    await expireInContext("c", caller, new Map());
    expect(map.text).toBe(file);
    expect(map.stored.metadata.resourceVersion).toBe("3");
    expect(map.audited).toEqual(["the other console com.a DEBUG>WARN"]);
  });

  it("refuse an end in the past and two ends", async () => {
    const map = new OneMap();
    const past = { until: "2020-01-01T00:00:00Z" };
    await expect(set(map, "anna", "com.a", "DEBUG", past)).rejects.toMatchObject({
      failure: { kind: "request-invalid" },
    });
    const both = { until: "2999-01-01T00:00:00Z", forSeconds: 60 };
    await expect(set(map, "anna", "com.a", "DEBUG", both)).rejects.toMatchObject({
      failure: { kind: "request-invalid" },
    });
    expect(map.text).toBe(file);
  });
});

describe("what is not written", () => {
  it("a dry run shows the difference and changes nothing", async () => {
    const map = new OneMap();
    const answer = await set(map, "anna", "com.a", "DEBUG", { dryRun: true });
    expect(answer.diff).toMatchObject({ added: 1, removed: 1 });
    expect(map.text).toBe(file);
    expect(map.audited).toEqual([]);
  });
});

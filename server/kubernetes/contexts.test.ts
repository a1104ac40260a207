import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConsoleError } from "../errors.ts";
import { openContexts } from "./contexts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "drey-contexts-"));
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

interface Entry {
  readonly name: string;
  readonly server?: string;
  readonly namespace?: string;
}

const kubeconfig = (contexts: readonly Entry[], current?: string) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    ...(current && { "current-context": current }),
    clusters: contexts.map(({ name, server = "https://127.0.0.1:1" }) => ({
      name: `cluster of ${name}`,
      cluster: { server },
    })),
    users: contexts.map(({ name }) => ({ name: `user of ${name}`, user: { token: "t" } })),
    contexts: contexts.map(({ name, namespace }) => ({
      name,
      context: { cluster: `cluster of ${name}`, user: `user of ${name}`, ...(namespace && { namespace }) },
    })),
  });

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const eks = "arn:aws:eks:eu-central-1:123456789012:cluster/prod";

describe("contexts", () => {
  it("come with the current one first, whatever characters their names have", () => {
    const contexts = openContexts({ kubeconfig: file("a", kubeconfig([{ name: "dev" }, { name: eks }], eks)) });
    expect(contexts.names()).toEqual([eks, "dev"]);
    expect(contexts.door(eks).context).toBe(eks);
  });

  it("are merged from several files as kubectl does: missing ones are passed over, the first to name a thing wins", () => {
    const first = file("a", kubeconfig([{ name: "dev", namespace: "one" }]));
    const second = file("b", kubeconfig([{ name: "dev", namespace: "two" }, { name: "prod" }], "prod"));
    const contexts = openContexts({ kubeconfig: [first, join(folder, "missing"), second].join(":") });
    expect(contexts.names()).toEqual(["prod", "dev"]);
    expect(contexts.door("dev").defaultNamespace).toBe("one");
  });

  it("throw not-found for one that is not configured", () => {
    const contexts = openContexts({ kubeconfig: file("a", kubeconfig([])) });
    expect(() => contexts.door("nope")).toThrow(ConsoleError);
  });

  it("keep one door for each, until its entry changes", () => {
    const path = file("a", kubeconfig([{ name: "dev" }, { name: "prod" }]));
    const contexts = openContexts({ kubeconfig: path });
    const [dev, prod] = [contexts.door("dev"), contexts.door("prod")];
    vi.advanceTimersByTime(2_000);
    writeFileSync(path, kubeconfig([{ name: "dev" }, { name: "prod", server: "https://127.0.0.1:22222" }]));
    expect(contexts.door("dev")).toBe(dev);
    expect(contexts.door("prod")).not.toBe(prod);
  });

  it("are read again when the file changes", () => {
    const path = file("a", kubeconfig([{ name: "dev" }]));
    const contexts = openContexts({ kubeconfig: path });
    expect(contexts.names()).toEqual(["dev"]);
    writeFileSync(path, kubeconfig([{ name: "dev" }, { name: "another" }]));
    vi.advanceTimersByTime(2_000);
    expect(contexts.names()).toEqual(["dev", "another"]);
  });

  it("stay as they were while the file is half written", () => {
    const path = file("a", kubeconfig([{ name: "dev" }]));
    const contexts = openContexts({ kubeconfig: path });
    expect(contexts.names()).toEqual(["dev"]);
    writeFileSync(path, '{"contexts": [');
    vi.advanceTimersByTime(2_000);
    expect(contexts.names()).toEqual(["dev"]);
  });

  it("are none where there is no kubeconfig and no pod", () => {
    expect(openContexts({ kubeconfig: join(folder, "missing") }).names()).toEqual([]);
  });
});

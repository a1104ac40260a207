import { describe, expect, it } from "vitest";
import { parseEnv, settingMeanings } from "./env.ts";

describe("settings", () => {
  it("need nothing: the console then listens on loopback", () => {
    expect(parseEnv({})).toMatchObject({ DREY_HOST: "127.0.0.1", DREY_PORT: 3000, DREY_ALLOWED_HOSTS: [] });
  });

  it("take host names separated by commas, in any case", () => {
    expect(parseEnv({ DREY_ALLOWED_HOSTS: "Drey.Example, b," }).DREY_ALLOWED_HOSTS).toEqual(["drey.example", "b"]);
  });

  it("are refused all at once, each by its name", () => {
    expect(() => parseEnv({ DREY_PORT: "high", DREY_LOG_LEVEL: "loud" })).toThrow(
      /DREY_PORT: .*\n {2}DREY_LOG_LEVEL: /,
    );
  });

  it("each say what they mean", () => {
    expect(settingMeanings.filter(({ meaning }) => meaning === "")).toEqual([]);
    expect(settingMeanings.map(({ name }) => name)).toContain("KUBECONFIG");
  });
});

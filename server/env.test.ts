import { homedir } from "node:os";
import { describe, expect, it, vi } from "vitest";
import { parseEnv, settingMeanings } from "./env.ts";

vi.mock("node:os", { spy: true });

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

  it("need a data directory where the user has no home", () => {
    vi.mocked(homedir).mockImplementation(() => {
      throw new Error("uv_os_get_passwd returned ENOENT");
    });
    expect(() => parseEnv({})).toThrow("DREY_DATA_DIR: this user has no home directory");
    expect(parseEnv({ DREY_DATA_DIR: "/data" }).DREY_DATA_DIR).toBe("/data");
    vi.mocked(homedir).mockRestore();
  });

  it("each say what they mean", () => {
    expect(settingMeanings.filter(({ meaning }) => meaning === "")).toEqual([]);
    expect(settingMeanings.map(({ name }) => name)).toContain("KUBECONFIG");
  });
});

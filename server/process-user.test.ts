import { homedir, userInfo } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { homeDirectory, userName } from "./process-user.ts";

vi.mock("node:os", { spy: true });

const unknownUser = () => {
  throw new Error("uv_os_get_passwd returned ENOENT");
};

describe("the user who runs the console", () => {
  afterEach(() => vi.restoreAllMocks());

  it("has a name and a home directory", () => {
    expect(userName()).toBe(userInfo().username);
    expect(homeDirectory()).toBe(homedir());
  });

  it("is called by its number where a container knows no name for it", () => {
    vi.mocked(userInfo).mockImplementation(unknownUser);
    expect(userName()).toBe(`user ${process.getuid?.()}`);
  });

  it("may have no home directory", () => {
    vi.mocked(homedir).mockImplementation(unknownUser);
    expect(homeDirectory()).toBeUndefined();
  });
});

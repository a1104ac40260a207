import { homedir, userInfo } from "node:os";

/**
 * The home directory of the user who runs the console. None in a container whose user id has no entry in its passwd file
 * and no HOME: there Node throws.
 */
export function homeDirectory(): string | undefined {
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}

/** The name of that user; `user 1000` where the user id has no name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? "unknown"}`;
  }
}

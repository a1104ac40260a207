import { mkdir, open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/**
 * Takes a folder for this process alone, until the signal aborts or the process ends. Answers false while another living
 * process has it. Two that start at the very same moment after a crash are told apart by the file's creation.
 */
export async function lockFolder(folder: string, signal: AbortSignal): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "in-use-by");
  const own = `${hostname()} ${process.pid}`;
  for (let tries = 0; tries < 2; tries++) {
    try {
      await using file = await open(path, "wx", 0o600);
      await file.writeFile(own);
      signal.addEventListener("abort", () => void rm(path, { force: true }).catch(() => undefined), { once: true });
      return true;
    } catch {
      const holder = await readFile(path, "utf8").catch(() => "");
      if (isAlive(holder, own)) return false;
      await rm(path, { force: true });
    }
  }
  return false;
}

/** A container's hostname is its pod's: a holder of another name is another pod, whose process can't be seen from here. */
function isAlive(holder: string, own: string): boolean {
  const [host, pid] = holder.split(" ");
  if (holder === own || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

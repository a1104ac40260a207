import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { memoryFlags } from "../tools/setup/memory-flags.ts";

/** A console of the production build with a port and a data folder of its own. */
export interface OwnConsole extends AsyncDisposable {
  readonly url: string;
  /** Bytes of memory that the process holds now. */
  rss(): Promise<number>;
  /** Seconds of processor time that it has taken. */
  cpuSeconds(): Promise<number>;
  /** Ends it as a machine does that loses its power: nothing is written any more. */
  kill(): Promise<void>;
}

export interface OwnConsoleOptions {
  /** One of its own among those that run at the same time. */
  readonly port: number;
  /** Where it keeps what it knows; one of its own, which goes with it, unless it is given. */
  readonly dataDir?: string;
  /** Environment variables besides. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the build of this checkout, or of the one that DREY_BUILD_FOLDER names, and waits until it answers. */
export async function startConsole({ port, dataDir, settings }: OwnConsoleOptions): Promise<OwnConsole> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "drey-own-console-")));
  const own = { DREY_PORT: String(port), DREY_DATA_DIR: folder, DREY_LOG_LEVEL: "warn", ...settings };
  // The program that `npm start` runs, without npm around it, so that its process is the server's.
  const child = spawn(process.execPath, [...memoryFlags, "tools/setup/serve.ts"], {
    cwd: process.env["DREY_BUILD_FOLDER"] ?? process.cwd(),
    env: { ...process.env, NODE_ENV: "production", ...own },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end("SIGTERM");
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries > 300 || child.exitCode !== null) {
      await stop();
      throw new Error("The console did not start. Is there a build? `npm run build` makes it.");
    }
    await sleep(100);
  }
  return {
    url,
    rss: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8");
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    },
    cpuSeconds: async () => {
      const words = (await readFile(`/proc/${child.pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
      return (Number(words[11]) + Number(words[12])) / 100;
    },
    kill: () => end("SIGKILL"),
    [Symbol.asyncDispose]: stop,
  };
}

const answers = (url: string) =>
  fetch(`${url}/api/v1/health`).then(
    ({ ok }) => ok,
    () => false,
  );

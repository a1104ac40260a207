import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../../server/env.ts";
import { readHealthOperation } from "../../server/settings/schema.ts";

/** Where the running console's process id and address stand; `down.sh` reads it. One console per data directory. */
const file = join(env.DREY_DATA_DIR, "console.pid");

/** In the environment of a console that `up` started. */
export const startedByUp = "DREY_STARTED_BY_UP";

export interface Running {
  readonly pid: number;
  readonly address: string;
}

/** The console that `npm run up` started before and that still answers. */
export async function runningConsole(): Promise<Running | undefined> {
  const [pid, address] = (await readFile(file, "utf8").catch(() => "")).trim().split(" ");
  if (pid === undefined || address === undefined || !(await isConsole(pid))) return undefined;
  return (await answers(address)) ? { pid: Number(pid), address } : undefined;
}

export async function rememberConsole({ pid, address }: Running): Promise<void> {
  await mkdir(env.DREY_DATA_DIR, { recursive: true, mode: 0o700 });
  await writeFile(file, `${pid} ${address}\n`);
}

/** Leaves what another console wrote meanwhile. */
export async function forgetConsole({ pid }: Pick<Running, "pid">): Promise<void> {
  const written = await readFile(file, "utf8").catch(() => "");
  if (written.startsWith(`${pid} `)) await rm(file, { force: true });
}

/** True when a console answers at the address. */
export async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/api/v1/health`, { signal: AbortSignal.timeout(2_000) });
    return readHealthOperation.answer.safeParse(await response.json()).success;
  } catch {
    return false;
  }
}

/** The number may be another program's by now; and the program's name is no sign, for Next changes it. */
async function isConsole(pid: string): Promise<boolean> {
  const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
  return environment.split("\0").some((entry) => entry.startsWith(`${startedByUp}=`));
}

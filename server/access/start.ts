import { env, listenAddress } from "../env.ts";
import { shutdown } from "../http/shutdown.ts";
import { processContexts } from "../kubernetes/contexts.ts";
import { log } from "../log.ts";
import { tendLogLevels } from "../log-levels/tend-log-levels.ts";
import { startRecorder } from "../logs/start-recorder.ts";
import { followOpen } from "../savepoints/follow-open.ts";
import { consoleCaller } from "./caller.ts";
import { processStore } from "./process-store.ts";

const loopback = /^(localhost|127(\.\d+){3}|::1)$/;

/** Brings the store up to date and sees to a clean end. Throws when the console can't work as it is set up. */
export async function start(): Promise<void> {
  if (env.NODE_ENV === "production" && listenAddress !== env.DREY_HOST) {
    throw new Error(
      `The server listens on ${listenAddress}, but DREY_HOST is ${env.DREY_HOST}. Start it by \`npm run up\`, or set HOSTNAME to the same.`,
    );
  }
  await processStore();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, end);
  const settings = { host: env.DREY_HOST, port: env.DREY_PORT, dataDir: env.DREY_DATA_DIR };
  log.info({ ...settings, contexts: processContexts().names() }, "the console starts");
  workInBackground().catch((error: unknown) =>
    log.error({ err: error }, "overrides of log levels no longer end by themselves"),
  );
  keepLogs().catch((error: unknown) => log.error({ err: error }, "the logs of clusters are not kept"));
  followSavepoints().catch((error: unknown) =>
    log.error({ err: error }, "savepoints that were under way are followed when somebody looks at the list"),
  );
  if (!loopback.test(env.DREY_HOST)) {
    log.warn({ host: env.DREY_HOST }, "whoever reaches this address uses the console's kubeconfig: there is no login");
  }
}

/** What the console does by itself until it ends. */
async function workInBackground(): Promise<void> {
  await tendLogLevels(await consoleCaller("ended by itself"), shutdown().signal);
}

async function keepLogs(): Promise<void> {
  await startRecorder(await consoleCaller("keeps logs"), shutdown().signal);
}

async function followSavepoints(): Promise<void> {
  await followOpen(await consoleCaller("follows savepoints"));
}

/** Ends the streams, for which the server would wait without limit, and then the connections. */
function end(): void {
  shutdown().abort();
  processContexts()
    .close()
    .catch((error: unknown) => log.warn({ err: error }, "closing the contexts"));
}

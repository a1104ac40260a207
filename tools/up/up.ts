import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../../server/env.ts";
import { buildIsCurrent } from "../setup/build-key.ts";
import { memoryFlags } from "../setup/memory-flags.ts";
import { chooseKubernetes } from "./choose-kubernetes.ts";
import { giveUp, say } from "./progress.ts";
import { answers, forgetConsole, rememberConsole, runningConsole, startedByUp } from "./running-console.ts";

/**
 * `npm run up`, after the packages are there: builds what changed, finds or starts a Kubernetes, and serves in the
 * foreground until it is interrupted or `npm run down` stops it.
 */
const longestStartMs = 30_000;
const anywhere = env.DREY_HOST === "127.0.0.1" || env.DREY_HOST === "0.0.0.0" || env.DREY_HOST === "::";
const address = `http://${anywhere ? "localhost" : env.DREY_HOST}:${env.DREY_PORT}`;

const running = await runningConsole();
if (running) {
  say(`The console runs already: ${running.address} (process ${running.pid}; npm run down stops it)`);
  process.exit(0);
}
if (await portIsTaken()) {
  giveUp(`Something else listens at port ${env.DREY_PORT}. Choose another by DREY_PORT, or stop it.`);
}
if (await buildIsCurrent()) say("The build is up to date");
else {
  say("Building the console (about half a minute)");
  const built = spawnSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", 2, 2] });
  if (built.status !== 0) giveUp("The build failed.");
}
await serve(await chooseKubernetes(env.KUBECONFIG));

async function serve(kubeconfig: string | undefined): Promise<void> {
  const server = spawn(process.execPath, [...memoryFlags, "tools/setup/serve.ts"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, [startedByUp]: "1", ...(kubeconfig !== undefined && { KUBECONFIG: kubeconfig }) },
  });
  const ended = once(server, "exit");
  // Ctrl-C reaches the server by itself; this process waits for it.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => server.kill("SIGTERM"));
  if (server.pid === undefined) return giveUp("The server did not start.");
  await rememberConsole({ pid: server.pid, address });
  const started = await Promise.race([ended.then(() => false), untilItAnswers()]);
  if (started) say(`Serving at ${address} (Ctrl-C or npm run down stops it)`);
  else if (server.exitCode === null) server.kill("SIGTERM");
  await ended;
  await forgetConsole({ pid: server.pid });
  if (!started) giveUp("The console did not start.");
  say("The console has stopped");
}

async function untilItAnswers(): Promise<boolean> {
  const until = Date.now() + longestStartMs;
  while (Date.now() < until) {
    if (await answers(address)) return true;
    await sleep(100);
  }
  return false;
}

async function portIsTaken(): Promise<boolean> {
  const socket = connect({ port: env.DREY_PORT, host: anywhere ? "127.0.0.1" : env.DREY_HOST });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { env } from "../../server/env.ts";

/**
 * Serves the built console at DREY_HOST and DREY_PORT. Next's server listens on all addresses unless HOSTNAME says
 * otherwise, and a pod or a shell sets HOSTNAME to the machine's own name: so it is always set here.
 */
const server = resolve(".next/standalone/server.js");
if (!existsSync(server)) {
  console.error("There is no build. Run `npm run build`, or `npm run up`, which does all.");
  process.exit(1);
}
process.env["HOSTNAME"] = env.DREY_HOST;
process.env["PORT"] = String(env.DREY_PORT);
// The server changes to its own folder, where a relative path would mean another file.
process.env["DREY_DATA_DIR"] = resolve(env.DREY_DATA_DIR);
if (env.KUBECONFIG) {
  const files = env.KUBECONFIG.split(delimiter).filter((file) => file !== "");
  process.env["KUBECONFIG"] = files.map((file) => resolve(file)).join(delimiter);
}
await import(server);

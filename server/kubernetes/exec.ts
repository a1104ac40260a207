import { Writable } from "node:stream";
import { Exec, type V1Status } from "@kubernetes/client-node";
import { ConsoleError } from "../errors.ts";
import { may } from "./access-review.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { ExecResult } from "./kubernetes-door.ts";
import { readObject } from "./objects.ts";

const outputLimit = 1024 * 1024;
const timeoutMs = 30_000;
const nameParts = /^[a-z0-9][-a-z0-9.]*$/;

/** Runs a fixed command in a container and waits for its end. Throws `timed-out`, `kubernetes-unreachable`. */
export async function execInPod(
  connection: KubernetesConnection,
  namespace: string,
  pod: string,
  container: string,
  command: readonly string[],
): Promise<ExecResult> {
  // The library puts both into a path as they are.
  if (!nameParts.test(namespace) || !nameParts.test(pod)) {
    throw new ConsoleError({ kind: "not-found", resource: `Pod ${namespace}/${pod}` });
  }
  const stdout = new BoundedText();
  const stderr = new BoundedText();
  const ended = Promise.withResolvers<V1Status>();
  ended.promise.catch(() => undefined); // heard below, perhaps after it has failed
  const timer = setTimeout(
    () => ended.reject(new ConsoleError({ kind: "timed-out", what: `${command[0]} in ${pod}`, afterMs: timeoutMs })),
    timeoutMs,
  );
  try {
    const exec = new Exec(connection.config);
    const socket = await exec
      .exec(namespace, pod, container, [...command], stdout, stderr, null, false, ended.resolve)
      .catch(async (cause: unknown) => {
        throw await whyNotOpened(connection, namespace, pod, cause);
      });
    socket.addEventListener("close", () => ended.reject(dropped(connection)));
    try {
      return { exitCode: exitCodeOf(await ended.promise), stdout: stdout.text, stderr: stderr.text };
    } finally {
      socket.close();
    }
  } finally {
    clearTimeout(timer);
  }
}

/** A WebSocket that was refused tells no reason: ask for it. */
async function whyNotOpened(
  connection: KubernetesConnection,
  namespace: string,
  pod: string,
  cause: unknown,
): Promise<ConsoleError> {
  const question = { verb: "create", resource: "pods", subresource: "exec", namespace };
  if (!(await may(connection, question))) {
    return new ConsoleError({ kind: "not-permitted", verb: "create", resource: "pods/exec", namespace }, { cause });
  }
  await readObject(connection, "Pod", namespace, pod);
  return new ConsoleError({ kind: "not-possible-now", detail: `No command can be run in Pod ${pod} now.` }, { cause });
}

const dropped = (connection: KubernetesConnection) =>
  new ConsoleError({ kind: "kubernetes-unreachable", context: connection.context });

/** A command's failure is a status with a cause named ExitCode; any other failure did not run it. */
function exitCodeOf(status: V1Status): number {
  if (status.status === "Success") return 0;
  const cause = status.details?.causes?.find(({ reason }) => reason === "ExitCode");
  const code = Number(cause?.message);
  if (cause && Number.isInteger(code)) return code;
  throw new ConsoleError({ kind: "kubernetes-rejected", detail: status.message ?? "The command was not run." });
}

/** Keeps the beginning and drops what is too much. */
class BoundedText extends Writable {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const room = outputLimit - this.#size;
    if (room > 0) this.#chunks.push(chunk.subarray(0, room));
    this.#size += Math.min(chunk.length, Math.max(room, 0));
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}

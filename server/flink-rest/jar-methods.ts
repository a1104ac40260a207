import { randomUUID } from "node:crypto";
import { z } from "zod";
import { jarList, jarPlan, jarRun, jarUploaded } from "./answers/jars.ts";
import type { FlinkRequests } from "./flink-requests.ts";
import type { FlinkRestDoor, ProgramRequest } from "./flink-rest-door.ts";
import { json } from "./job-changes.ts";

type JarMethods = Pick<FlinkRestDoor, "jars" | "uploadJar" | "deleteJar" | "planJar" | "runJar">;

/** A program's main runs in the JobManager and may read from slow places before it has a plan. */
const programTimeoutMs = 120_000;
const uploadTimeoutMs = 30 * 60_000;

const jarPath = (jarId: string): string => `/jars/${encodeURIComponent(jarId)}`;
const programOf = ({ entryClass, programArguments, parallelism }: ProgramRequest) => ({
  entryClass,
  programArgsList: programArguments,
  parallelism,
});

export function jarMethods(requests: FlinkRequests): JarMethods {
  return {
    jars: (signal) => requests.json({ method: "GET", path: "/jars", answer: jarList, what: "the jars", signal }),
    uploadJar: (name, bytes, signal) => {
      const boundary = `drey-${randomUUID()}`;
      const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
      const body = multipart(boundary, name, bytes);
      const request = { method: "POST", path: "/jars/upload", headers, body, timeoutMs: uploadTimeoutMs } as const;
      return requests.json({ ...request, answer: jarUploaded, what: "the jar", signal });
    },
    deleteJar: async (jarId, signal) => {
      await requests.json({
        method: "DELETE",
        path: jarPath(jarId),
        answer: z.unknown(),
        what: `jar ${jarId}`,
        signal,
      });
    },
    planJar: (jarId, program, signal) => {
      const body = JSON.stringify(programOf(program));
      const request = { method: "POST", path: `${jarPath(jarId)}/plan`, headers: json, body } as const;
      return requests.json({ ...request, timeoutMs: programTimeoutMs, answer: jarPlan, what: `jar ${jarId}`, signal });
    },
    runJar: (
      jarId,
      { jobId, savepointPath, claimMode, allowNonRestoredState, flinkConfiguration, ...program },
      signal,
    ) => {
      const restore = { jobId, savepointPath, claimMode, allowNonRestoredState, flinkConfiguration };
      const body = JSON.stringify({ ...programOf(program), ...restore });
      const request = { method: "POST", path: `${jarPath(jarId)}/run`, headers: json, body } as const;
      return requests.json({ ...request, timeoutMs: programTimeoutMs, answer: jarRun, what: `jar ${jarId}`, signal });
    },
  };
}

/** One file as `multipart/form-data`, passed on chunk by chunk. */
async function* multipart(
  boundary: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  // Quotes and line breaks would end the header early.
  const safeName = name.replaceAll(/["\\\r\n]/g, "_");
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="jarfile"; filename="${safeName}"`,
    "Content-Type: application/x-java-archive",
  ];
  yield Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
  yield* bytes;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

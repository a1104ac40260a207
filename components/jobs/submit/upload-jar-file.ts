"use client";
import { type StoredJar, storedJar, uploadJarOperation } from "#server/jobs/jars.schema.ts";
import { consoleUrl } from "../../client/call-console.ts";
import { ConsoleProblem, problemDetails } from "../../ui/console-problem.ts";

/**
 * Sends a jar to the console, byte by byte as the browser reads it.
 *
 * `fetch` tells nothing about how far an upload is, so this is the older way. Rejects with ConsoleProblem, or with the
 * signal's reason.
 */
export function uploadJarFile(
  file: File,
  onProgress: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<StoredJar> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", consoleUrl(uploadJarOperation, { name: file.name }));
    request.setRequestHeader("content-type", "application/java-archive");
    request.responseType = "json";
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      const answer: unknown = request.response;
      const kept = storedJar.safeParse(answer);
      if (request.status === uploadJarOperation.status && kept.success) resolve(kept.data);
      else reject(problemFrom(request.status, answer));
    };
    request.onerror = () =>
      reject(
        new ConsoleProblem({
          type: "/problems/console-unreachable",
          title: "The upload broke off",
          status: 0,
          detail: "The connection to Drey was lost before the jar was there. Nothing was kept.",
        }),
      );
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function problemFrom(status: number, answer: unknown): ConsoleProblem {
  const parsed = problemDetails.safeParse(answer);
  if (parsed.success) return new ConsoleProblem(parsed.data);
  return new ConsoleProblem({ type: "/problems/unexpected", title: `Answered ${status} without saying why`, status });
}

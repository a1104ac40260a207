import { setTimeout as sleep } from "node:timers/promises";
import { readJobOperation } from "../../server/jobs/job.schema.ts";
import { cancelJobOperation } from "../../server/jobs/schema.ts";
import {
  readSavepointOperation,
  type Savepoint,
  stopJobOperation,
  triggerSavepointOperation,
} from "../../server/savepoints/schema.ts";
import { CommandFailure, call } from "./console-client.ts";
import { command, type Given, jobOf } from "./run-command.ts";

const pauseMs = 500;
const ended = new Set(["CANCELED", "FINISHED", "FAILED"]);

/** `drey cancel`: waits until Flink says that the job has ended. */
export const cancelCommand = command(
  `usage: drey cancel CLUSTER JOB [-n NAMESPACE] [--context CONTEXT]

Cancels a job without a savepoint and waits until Flink says that it has ended.`,
  {},
  async (given) => {
    const job = await jobOf(given);
    await call(cancelJobOperation, job);
    for (;;) {
      const { job: seen } = await call(readJobOperation, job);
      if (seen.state === "CANCELED") return console.log("CANCELED");
      if (ended.has(seen.state)) throw new CommandFailure(`the job ended as ${seen.state} before it was cancelled`);
      await sleep(pauseMs);
    }
  },
);

const directory = { directory: { type: "string", short: "d" }, native: { type: "boolean" } } as const;
const wishOf = (given: Given) => ({
  directory: given.text("directory"),
  format: given.flag("native") ? ("NATIVE" as const) : ("CANONICAL" as const),
});

/** `drey savepoint`: the job goes on. */
export const savepointCommand = command(
  `usage: drey savepoint CLUSTER JOB [-d DIRECTORY] [--native] [-n NAMESPACE] [--context CONTEXT]

Takes a savepoint of a running job, waits for its end and prints where it lies.`,
  directory,
  async (given) => {
    await print(await call(triggerSavepointOperation, { ...(await jobOf(given)), ...wishOf(given) }));
  },
);

/** `drey stop`: the job ends with the savepoint, or runs on when that fails. */
export const stopCommand = command(
  `usage: drey stop CLUSTER JOB [-d DIRECTORY] [--drain] [--native] [-n NAMESPACE] [--context CONTEXT]

Stops a job with a savepoint, waits for its end and prints where it lies. When the savepoint fails the job runs on.`,
  { ...directory, drain: { type: "boolean" } },
  async (given) => {
    const wish = { ...wishOf(given), drain: given.flag("drain") };
    await print(await call(stopJobOperation, { ...(await jobOf(given)), ...wish }));
  },
);

/** Waits for a savepoint's end. */
async function print(first: Savepoint): Promise<void> {
  let savepoint = first;
  while (savepoint.state === "asked" || savepoint.state === "in-progress") {
    await sleep(pauseMs);
    savepoint = await call(readSavepointOperation, { id: savepoint.id });
  }
  if (savepoint.state !== "completed") throw new CommandFailure(savepoint.reason ?? `it ended as ${savepoint.state}`);
  console.log(savepoint.path);
}

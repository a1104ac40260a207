import { z } from "zod";

const maxStack = 32 * 1024;
/** A stack may hold a program's whole data; what is cut says so. */
const stack = z.string().transform((sent) => (sent.length > maxStack ? `${sent.slice(0, maxStack)}\n… cut` : sent));

const fields = {
  exceptionName: z.string(),
  stacktrace: stack,
  timestamp: z.number(),
  taskName: z.string().nullish(),
  endpoint: z.string().nullish(),
  location: z.string().nullish(),
  taskManagerId: z.string().nullish(),
  failureLabels: z.record(z.string(), z.string()).optional(),
};

interface SentException {
  readonly exceptionName: string;
  readonly stacktrace: string;
  readonly timestamp: number;
  readonly taskName?: string | null | undefined;
  readonly taskManagerId?: string | null | undefined;
}

const exceptionOf = (sent: SentException) => ({
  name: sent.exceptionName,
  stack: sent.stacktrace,
  at: sent.timestamp,
  task: sent.taskName ?? undefined,
  taskManager: sent.taskManagerId ?? undefined,
});

const concurrent = z.object(fields).transform(exceptionOf);

/** `GET /jobs/:jobid/exceptions`: the newest first; each entry is one time that the job failed. */
export const exceptionHistory = z
  .object({
    exceptionHistory: z.object({
      truncated: z.boolean(),
      entries: z.array(z.object({ ...fields, concurrentExceptions: z.array(concurrent).nullish() })),
    }),
  })
  .transform((sent) => ({
    cut: sent.exceptionHistory.truncated,
    entries: sent.exceptionHistory.entries.map((entry) => ({
      ...exceptionOf(entry),
      /** What failed together with it. */
      concurrent: entry.concurrentExceptions ?? [],
    })),
  }));
export type ExceptionHistory = z.output<typeof exceptionHistory>;

/**
 * `GET /jobs/:jobid/execution-result`: the stack of what ended a job; undefined where it runs or ended well.
 *
 * The adaptive scheduler tells what it gave up for, such as slots that never came, only here: its history is empty then.
 * Flink: JobExecutionResultHandler.
 */
export const failureCause = z
  .object({
    "job-execution-result": z.object({ "failure-cause": z.object({ "stack-trace": stack }).nullish() }).nullish(),
  })
  .transform((sent) => sent["job-execution-result"]?.["failure-cause"]?.["stack-trace"]);

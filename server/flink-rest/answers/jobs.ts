import { z } from "zod";

/** Flink sends -1 and 0 for a time that has not come. */
export const timeOrNone = z.number().transform((sent) => (sent > 0 ? sent : undefined));

const jobOverview = z
  .object({
    jid: z.string(),
    name: z.string(),
    state: z.string(),
    "start-time": z.number(),
    "end-time": timeOrNone,
    duration: z.number(),
    tasks: z.object({ total: z.number(), running: z.number() }),
  })
  .transform((sent) => ({
    id: sent.jid,
    name: sent.name,
    /** Flink's own word: RUNNING, RESTARTING, FINISHED, … */
    state: sent.state,
    /** Milliseconds since 1970. */
    startTime: sent["start-time"],
    /** Milliseconds since 1970; absent while the job lives. */
    endTime: sent["end-time"],
    durationMs: sent.duration,
    tasksTotal: sent.tasks.total,
    tasksRunning: sent.tasks.running,
  }));
export type JobOverview = z.output<typeof jobOverview>;

/** `GET /jobs/overview` */
export const jobsOverview = z.object({ jobs: z.array(jobOverview) }).transform((sent) => sent.jobs);

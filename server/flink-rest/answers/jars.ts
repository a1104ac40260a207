import { z } from "zod";
import { jobPlan } from "./job-details.ts";

/** `GET /jars`: what lies in this JobManager's upload folder. It is gone when the pod is. */
export const jarList = z
  .object({
    files: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        uploaded: z.number(),
        entry: z.array(z.object({ name: z.string(), description: z.string().nullish() })).default([]),
      }),
    ),
  })
  .transform((sent) =>
    sent.files.map((file) => ({
      id: file.id,
      name: file.name,
      uploadedAt: file.uploaded,
      entryClasses: file.entry.map((entry) => entry.name),
    })),
  );

export type Jar = z.output<typeof jarList>[number];

/** `POST /jars/upload`: the jar's id is the last part of the path that Flink tells. */
export const jarUploaded = z
  .object({ filename: z.string() })
  .transform((sent) => ({ id: sent.filename.slice(sent.filename.lastIndexOf("/") + 1) }));

/** `POST /jars/:jarid/plan` */
export const jarPlan = z.object({ plan: jobPlan }).transform((sent) => sent.plan);

/** `POST /jars/:jarid/run` */
export const jarRun = z.object({ jobid: z.string() }).transform((sent) => ({ jobId: sent.jobid }));

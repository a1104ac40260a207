import type { Job } from "#server/jobs/schema.ts";
import { jobStateOf } from "./job-state.ts";

const colors = [
  "bg-job-a text-job-a-ink",
  "bg-job-b text-job-b-ink",
  "bg-job-c text-job-c-ink",
  "bg-job-d text-job-d-ink",
];
const LETTERS = 26;

/** A job's mark in the picture: the letter tells it, the colour helps the eye. */
export interface JobLetter {
  readonly letter: string;
  readonly color: string;
}

const letterAt = (index: number): string =>
  (index < LETTERS ? "" : letterAt(Math.floor(index / LETTERS) - 1)) + String.fromCharCode(65 + (index % LETTERS));

/** Letters by job id: those alive first, the oldest is A. So a job keeps its letter while others end after it. */
export function jobLetters(jobs: readonly Job[]): ReadonlyMap<string, JobLetter> {
  const inOrder = jobs.toSorted(
    (a, b) =>
      Number(jobStateOf(b.state).alive) - Number(jobStateOf(a.state).alive) ||
      a.startTime - b.startTime ||
      (a.jobId < b.jobId ? -1 : 1),
  );
  return new Map(
    inOrder.map((job, index) => [job.jobId, { letter: letterAt(index), color: colors[index % colors.length] ?? "" }]),
  );
}

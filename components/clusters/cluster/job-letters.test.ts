import { describe, expect, it } from "vitest";
import type { Job } from "#server/jobs/schema.ts";
import { jobLetters } from "./job-letters.ts";

const job = (jobId: string, startTime: number, state = "RUNNING"): Job => ({
  context: "c",
  namespace: "n",
  clusterId: "k",
  jobId,
  name: jobId,
  state,
  startTime,
  tasksTotal: 1,
  tasksRunning: 1,
});
const letters = (jobs: readonly Job[]) => [...jobLetters(jobs)].map(([id, { letter }]) => `${letter}=${id}`);

describe("jobLetters", () => {
  it("calls the oldest that is alive A, and those that ended last", () => {
    expect(letters([job("new", 20), job("old", 10), job("ended", 1, "FINISHED")])).toEqual([
      "A=old",
      "B=new",
      "C=ended",
    ]);
  });

  it("keeps the letters of the older when a newer one comes", () => {
    const two = [job("a", 1), job("b", 2)];
    expect(letters([...two, job("c", 3)]).slice(0, 2)).toEqual(letters(two));
  });

  it("has a letter for every job of a big session", () => {
    const many = Array.from({ length: 60 }, (_, index) => job(String(index), index));
    expect(new Set([...jobLetters(many).values()].map(({ letter }) => letter)).size).toBe(60);
    expect([...jobLetters(many).values()][26]?.letter).toBe("AA");
  });
});

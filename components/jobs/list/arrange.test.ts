import { describe, expect, it } from "vitest";
import type { Job } from "#server/jobs/schema.ts";
import { filtered, grouped, needsAttention, settled, sorted, stateCounts } from "./arrange.ts";
import { jobRows } from "./job-row.ts";

const job = (name: string, state: string, more: Partial<Job> = {}): Job => ({
  context: "prod",
  namespace: "payments",
  clusterId: "settlement",
  jobId: name,
  name,
  state,
  startTime: 1_000,
  tasksTotal: 2,
  tasksRunning: state === "RUNNING" ? 2 : 0,
  ...more,
});

const rows = jobRows(
  {
    jobs: [
      job("settle", "RUNNING"),
      job("match", "RUNNING", { pressure: { backPressured: 0.82, busy: 0.1, idle: 0 } }),
      job("late", "RESTARTING", { namespace: "risk", clusterId: "fraud", failure: "IOException: S3 503" }),
      job("close", "FINISHED", { endTime: 5_000 }),
      job("import", "RUNNING", { tasksRunning: 0 }),
    ],
    clusters: [
      { context: "prod", namespace: "payments", clusterId: "settlement", state: "answered", at: 1 },
      { context: "prod", namespace: "risk", clusterId: "fraud", state: "answered", at: 1 },
    ],
  },
  10_000,
);
const names = (list: readonly { job: Job }[]) => list.map((row) => row.job.name);

describe("rows", () => {
  it("say what is going on", () => {
    expect(rows.map((row) => [row.job.name, row.word, row.reason])).toEqual([
      ["settle", "Running", ""],
      ["match", "Running", "back-pressured 82 %"],
      ["late", "Restarting", "IOException: S3 503"],
      ["close", "Finished", "ran 4.0 s"],
      ["import", "Starting", "0 of 2 tasks run"],
    ]);
  });

  it("say what ended a job, and what one that does not begin waits for", () => {
    const { jobs, clusters } = {
      jobs: [
        job("crowded", "FAILED", { endTime: 9_000, failure: "NoResourceAvailableException: Not enough resources" }),
        job("patient", "CREATED"),
      ],
      clusters: [],
    };
    expect(jobRows({ jobs, clusters }, 10_000).map((row) => row.reason)).toEqual([
      "NoResourceAvailableException: Not enough resources",
      "waits for slots",
    ]);
  });

  it("keep what was seen last of a JobManager that does not answer", () => {
    const [row] = jobRows(
      {
        jobs: [job("settle", "RUNNING")],
        clusters: [{ context: "prod", namespace: "payments", clusterId: "settlement", state: "unreachable", at: 7 }],
      },
      10_000,
    );
    expect(row).toMatchObject({ lastSeenAt: 7, reason: "was running; its JobManager does not answer" });
  });
});

describe("arranging", () => {
  it("puts the worst first and what has ended last", () => {
    expect(sorted(rows, "state").map((id) => id.split("/").at(-1))).toEqual([
      "late",
      "import",
      "match",
      "settle",
      "close",
    ]);
  });

  it("filters by text and state", () => {
    expect(names(filtered(rows, { text: "FRAUD", state: "" }))).toEqual(["late"]);
    expect(names(filtered(rows, { text: "", state: "living" }))).not.toContain("close");
    expect(names(rows.filter(needsAttention))).toEqual(["match", "late", "import"]);
  });

  it("counts what pressing a chip would show", () => {
    expect(stateCounts(rows, { text: "payments", state: "Running" })).toEqual({
      all: 4,
      attention: 2,
      living: 3,
      states: [
        ["Starting", 1],
        ["Running", 2],
        ["Finished", 1],
      ],
    });
  });

  it("moves no row while live", () => {
    const { shown, waiting } = settled(rows, [rows[1]?.id ?? "", rows[0]?.id ?? "", "gone"]);
    expect(names(shown)).toEqual(["match", "settle"]);
    expect(waiting).toHaveLength(3);
  });

  it("groups by cluster", () => {
    expect(grouped(rows, "cluster").map(({ id, rows: members }) => [id, members.length])).toEqual([
      ["prod / payments / settlement", 4],
      ["prod / risk / fraud", 1],
    ]);
  });
});

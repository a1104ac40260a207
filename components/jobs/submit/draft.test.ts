import { describe, expect, it } from "vitest";
import { emptyDraft, readDraft } from "./draft.ts";

const jar = { sha256: "0".repeat(64) };

describe("readDraft", () => {
  it("asks for as little as was typed", () => {
    expect(readDraft({ ...emptyDraft, jar })).toEqual({
      wrong: [],
      submission: { jar, programArguments: [], flinkConfiguration: {} },
    });
  });

  it("reads everything that was typed", () => {
    const draft = {
      ...emptyDraft,
      jar,
      entryClass: " com.acme.Main ",
      programArguments: "--input 'my file'",
      parallelism: "4",
      savepointPath: "s3://b/sp",
      claimMode: "CLAIM" as const,
      options: "# checkpoints\nexecution.checkpointing.interval: 10 s\nstate.backend.type=rocksdb\n",
    };
    expect(readDraft(draft).submission).toEqual({
      jar,
      entryClass: "com.acme.Main",
      programArguments: ["--input", "my file"],
      parallelism: 4,
      savepoint: { path: "s3://b/sp", claimMode: "CLAIM", allowNonRestoredState: false },
      flinkConfiguration: { "execution.checkpointing.interval": "10 s", "state.backend.type": "rocksdb" },
    });
  });

  it("says what is wrong, field by field", () => {
    const draft = { ...emptyDraft, programArguments: "'open", parallelism: "0", options: "nothing" };
    const { submission, wrong } = readDraft(draft);
    expect(submission).toBeUndefined();
    expect(wrong.map((one) => one.field)).toEqual(["programArguments", "parallelism", "options", "jar"]);
  });
});

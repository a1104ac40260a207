import { describe, expect, it } from "vitest";
import { emptyDraft } from "./draft.ts";
import { ownIssues, sortIssues } from "./draft-issues.ts";

const draft = { ...emptyDraft, clusterId: "a", namespace: "n" };
const issue = (field: string, detail = "wrong") => ({ field, code: "c", detail });

describe("sortIssues", () => {
  it("brings an option's issue to the field that stands for it", () => {
    const { fields } = sortIssues([issue("jobmanager.memory.process.size", "12 parsecs is no size")], draft);
    expect(fields.get("jobManagerMemory")).toBe("12 parsecs is no size");
  });

  it("finds the place whether it is an option's key or a path into the request", () => {
    const { fields } = sortIssues([issue("spec.configuration.kubernetes.cluster-id")], draft);
    expect(fields.has("clusterId")).toBe(true);
  });

  it("brings a free option's issue to its row, and keeps what has no place", () => {
    const options = [{ id: "1", key: "rest.bind-port", value: "x" }];
    const sorted = sortIssues([issue("rest.bind-port"), issue("files.named./pod.yaml")], { ...draft, options });
    expect([...sorted.options.keys()]).toEqual(["rest.bind-port"]);
    expect(sorted.others.map(({ field }) => field)).toEqual(["files.named./pod.yaml"]);
  });
});

describe("ownIssues", () => {
  it("is content with a named session", () => {
    expect(ownIssues(draft, false)).toEqual([]);
  });

  it("says what is missing, taken, or said twice", () => {
    const options = [{ id: "1", key: "kubernetes.namespace", value: "other" }];
    const codes = ownIssues({ ...draft, clusterId: " ", mode: "application", options }, true).map(({ code }) => code);
    expect(codes).toEqual(["missing", "missing", "already-exists", "said-twice"]);
  });
});

import { describe, expect, it } from "vitest";
import { configurationOf, emptyDraft } from "../draft.ts";
import { textOf, withText } from "./draft-text.ts";

const text = `# Ours, since the spring
kubernetes:
  cluster-id: orders # asked for by the shop
state.backend.type: rocksdb
`;

describe("the text of a draft", () => {
  it("says what the form says", () => {
    const draft = { ...emptyDraft, clusterId: "orders", taskManagerMemory: "", slots: "2" };
    expect(textOf(draft)).toBe(
      "kubernetes:\n  cluster-id: orders\njobmanager:\n  memory:\n    process:\n      size: 1600m\n" +
        "taskmanager:\n  numberOfTaskSlots: 2\n",
    );
  });

  it("fills the form, and is unchanged by the way there and back", () => {
    const draft = withText(emptyDraft, text);
    expect(draft).toMatchObject({ clusterId: "orders", jobManagerMemory: "" });
    expect(draft.options).toEqual([expect.objectContaining({ key: "state.backend.type", value: "rocksdb" })]);
    expect(textOf(draft)).toBe(text);
  });

  it("keeps comments and order when the form changes a value, adds one and takes one out", () => {
    const draft = { ...withText(emptyDraft, text), clusterId: "bills", image: "flink:2.3.0", options: [] };
    expect(textOf(draft)).toBe(`# Ours, since the spring
kubernetes:
  cluster-id: bills # asked for by the shop
  container:
    image:
      ref: flink:2.3.0
`);
  });

  it("keeps a broken text as it is, and what the form said before it", () => {
    const before = withText(emptyDraft, text);
    const draft = withText(before, `${text}rest: [1\n`);
    expect(textOf(draft)).toBe(`${text}rest: [1\n`);
    expect(configurationOf(draft)).toEqual(configurationOf(before));
  });
});

import { expect, it } from "vitest";
import { lackingOf, rightsText, verdictOf } from "./rights-words.ts";

const right = (verb: string, resource: string, allowed?: boolean) => ({
  verb,
  resource,
  group: "",
  ...(allowed !== undefined && { allowed }),
});
const account = (rights: ReturnType<typeof right>[], exists?: boolean) => ({
  name: "flink",
  process: "JobManager" as const,
  rights,
  ...(exists !== undefined && { exists }),
});

it("tells rights by resource", () => {
  const rights = [right("create", "pods"), right("get", "deployments"), right("watch", "pods"), right("list", "pods")];
  expect(rightsText(rights)).toBe("create, watch and list pods; get deployments");
});

it.each([
  ["has what it needs", account([right("create", "pods", true)], true), "enough"],
  ["is not there", account([right("create", "pods", false)], false), "account-missing"],
  ["lacks one right", account([right("create", "pods", true), right("watch", "pods", false)], true), "missing"],
  ["nobody may ask about", account([right("create", "pods")]), "unknown"],
  ["may not be looked at, and has the rights", account([right("create", "pods", true)]), "enough"],
] as const)("does not claim more than was answered: an account that %s", (_, of, verdict) => {
  expect(verdictOf(of)).toBe(verdict);
});

it("parts what is needed to create from what is needed to look after", () => {
  const mine = [
    { ...right("create", "deployments", false), needed: "create" as const },
    { ...right("get", "pods/log", false), needed: "use" as const },
    { ...right("list", "pods", true), needed: "use" as const },
  ];
  expect(lackingOf({ mine, accounts: [] }, "create").map(({ resource }) => resource)).toEqual(["deployments"]);
  expect(lackingOf({ mine, accounts: [] }, "use").map(({ resource }) => resource)).toEqual(["pods/log"]);
});

import type { AccountRights, PreflightView, Right } from "#server/clusters/preflight.schema.ts";

/** `create, delete and watch pods; get deployments`: rights of one kind, by resource. */
export function rightsText(rights: readonly Pick<Right, "verb" | "resource">[]): string {
  const byResource = Map.groupBy(rights, ({ resource }) => resource);
  return [...byResource].map(([resource, some]) => `${listText(some.map(({ verb }) => verb))} ${resource}`).join("; ");
}

export function listText(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** `account-missing` and `missing` stop Flink; `unknown` is what nobody may tell. */
export type AccountVerdict = "enough" | "account-missing" | "missing" | "unknown";

export function verdictOf({ exists, rights }: AccountRights): AccountVerdict {
  if (exists === false) return "account-missing";
  if (rights.some(({ allowed }) => allowed === false)) return "missing";
  return rights.some(({ allowed }) => allowed === undefined) ? "unknown" : "enough";
}

/** What a person lacks, of what they need to create a cluster or to look after it. */
export const lackingOf = ({ mine }: PreflightView, needed: "create" | "use"): PreflightView["mine"] =>
  mine.filter((right) => right.needed === needed && right.allowed === false);

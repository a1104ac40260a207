import { z } from "zod";
import { applicationSpec, clusterSpec } from "#server/clusters/cluster-spec.schema.ts";

/** One free option. `id` keeps the row's place while its key is being typed. */
const optionRow = z.object({ id: z.string(), key: z.string(), value: z.string() });
export type OptionRow = z.output<typeof optionRow>;

/** What a new cluster's form holds. Everything is text as typed; empty means Flink's default. */
export const draftSchema = z.object({
  mode: z.enum(["session", "application"]),
  context: z.string(),
  namespace: z.string(),
  clusterId: z.string(),
  flinkVersion: z.string(),
  image: z.string(),
  serviceAccount: z.string(),
  jobManagerMemory: z.string(),
  taskManagerMemory: z.string(),
  slots: z.string(),
  jobManagerCpu: z.string(),
  taskManagerCpu: z.string(),
  exposedType: z.enum(["ClusterIP", "NodePort", "LoadBalancer", "Headless_ClusterIP"]),
  options: z.array(optionRow).max(500),
  jarUri: z.string(),
  entryClass: z.string(),
  programArguments: z.string(),
  parallelism: z.string(),
  savepointPath: z.string(),
  allowNonRestoredState: z.boolean(),
  claimMode: z.enum(["CLAIM", "NO_CLAIM", "LEGACY"]),
  /** What a program may have beside, and no field shows. */
  programRest: applicationSpec.pick({ classpaths: true, detached: true, shutdownOnAttachedExit: true, python: true }),
  /** The options as a config text, as it was written last: comments and order are its own, values may be older. */
  configText: z.string().max(512_000),
  /** The texts that the client would read from its disk. */
  files: clusterSpec.shape.files,
});
export type Draft = z.output<typeof draftSchema>;

/** A field of the form by its name, or an option's key. */
export type DraftField = Exclude<keyof Draft, "options" | "programRest" | "files" | "configText">;

export const flinkVersions = ["2.3.0", "2.2.1", "2.1.1", "2.0.2", "1.20.5"] as const;

export const emptyDraft: Draft = {
  mode: "session",
  context: "",
  namespace: "",
  clusterId: "",
  flinkVersion: flinkVersions[0],
  image: "",
  serviceAccount: "",
  jobManagerMemory: "1600m",
  taskManagerMemory: "1728m",
  slots: "1",
  jobManagerCpu: "",
  taskManagerCpu: "",
  exposedType: "ClusterIP",
  options: [],
  jarUri: "",
  entryClass: "",
  programArguments: "",
  parallelism: "",
  savepointPath: "",
  allowNonRestoredState: false,
  claimMode: "NO_CLAIM",
  programRest: {},
  configText: "",
  files: undefined,
};

/** The option that each field of the form stands for. */
export const optionOfField = {
  clusterId: "kubernetes.cluster-id",
  namespace: "kubernetes.namespace",
  image: "kubernetes.container.image.ref",
  serviceAccount: "kubernetes.service-account",
  jobManagerMemory: "jobmanager.memory.process.size",
  taskManagerMemory: "taskmanager.memory.process.size",
  slots: "taskmanager.numberOfTaskSlots",
  jobManagerCpu: "kubernetes.jobmanager.cpu.amount",
  taskManagerCpu: "kubernetes.taskmanager.cpu.amount",
  exposedType: "kubernetes.rest-service.exposed.type",
} as const satisfies Partial<Record<DraftField, string>>;

const fieldsWithOption = Object.entries(optionOfField);

/** The field of the form that stands for an option, if one does. */
export function fieldOfOption(key: string): string | undefined {
  return fieldsWithOption.find(([, option]) => option === key)?.[0];
}

/** What the filled fields say. One left empty gives no option, so that Flink's default holds. */
function optionsOfFields(draft: Draft): (readonly [option: string, value: string])[] {
  const members: Readonly<Record<string, unknown>> = draft;
  return fieldsWithOption
    .map(([field, option]) => [option, String(members[field] ?? "").trim()] as const)
    .filter(([option, value]) => value !== "" && !(option === optionOfField.exposedType && value === "ClusterIP"));
}

/** The options as `-Dkey=value` would give them. What a field says wins over a free option. */
export function configurationOf(draft: Draft): Record<string, string> {
  const fromRows = draft.options
    .filter((row) => row.key.trim() !== "")
    .map((row) => [row.key.trim(), row.value] as const);
  return Object.fromEntries([...fromRows, ...optionsOfFields(draft)]);
}

/** Keys that are said more than once, by a field and a free option or by two of these. */
export function keysSaidTwice(draft: Draft): string[] {
  const said = new Set(optionsOfFields(draft).map(([option]) => option));
  return draft.options
    .map((row) => row.key.trim())
    .filter((key, index, keys) => key !== "" && (said.has(key) || keys.indexOf(key) !== index));
}

/** The draft with these options and no others: in the fields that stand for them, and as free options. */
export function withOptions(draft: Draft, options: Readonly<Record<string, string>>): Draft {
  const rest = new Map(Object.entries(options));
  const fields: Record<string, string> = {};
  for (const [field, option] of fieldsWithOption) {
    const value = rest.get(option);
    const holds = value !== undefined && value !== "" && value === value.trim() && fits(field, value);
    fields[field] = holds ? value : field === "exposedType" ? "ClusterIP" : "";
    if (holds) rest.delete(option);
  }
  const ids = new Map(draft.options.map((row) => [row.key.trim(), row.id]));
  const rows = [...rest].map(([key, value]) => ({ id: ids.get(key) ?? `option-${key}`, key, value }));
  return draftSchema.parse({ ...draft, ...fields, options: rows });
}

/** A choice can't hold other words than its own; ClusterIP that is said is not the same as nothing said. */
const fits = (field: string, value: string) =>
  field !== "exposedType" || (value !== "ClusterIP" && draftSchema.shape.exposedType.safeParse(value).success);

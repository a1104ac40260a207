import { z } from "zod";

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
});
export type Draft = z.output<typeof draftSchema>;

/** A field of the form by its name, or an option's key. */
export type DraftField = Exclude<keyof Draft, "options">;

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

/** The options as `-Dkey=value` would give them. A field left empty gives none, so that Flink's default holds. */
export function configurationOf(draft: Draft): Record<string, string> {
  const members: Readonly<Record<string, unknown>> = draft;
  const fromFields = fieldsWithOption
    .map(([field, option]) => [option, String(members[field] ?? "").trim()] as const)
    .filter(([option, value]) => value !== "" && !(option === optionOfField.exposedType && value === "ClusterIP"));
  const fromRows = draft.options
    .filter((row) => row.key.trim() !== "")
    .map((row) => [row.key.trim(), row.value] as const);
  return Object.fromEntries([...fromRows, ...fromFields]);
}

/** Splits arguments as a shell does: blanks part them, single and double quotes keep them together. */
export function splitArguments(text: string): string[] {
  const found = text.matchAll(/(?:[^\s"']+|"(?:\\.|[^"\\])*"|'[^']*')+/g);
  return Array.from(found, ([argument]) =>
    argument.replaceAll(
      /"((?:\\.|[^"\\])*)"|'([^']*)'/g,
      (_, double: string | undefined, single: string | undefined) =>
        double === undefined ? (single ?? "") : double.replaceAll(/\\(.)/g, "$1"),
    ),
  );
}

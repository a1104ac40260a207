import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterAddress } from "./schema.ts";

/** `listed` is false where Kubernetes does not let this person list them: then a name has to be typed. */
const names = z.object({ names: z.array(z.string()), listed: z.boolean(), cut: z.boolean() });

export const namespaceChoices = z.object({
  serviceAccounts: names,
  /** Those that a person makes: not the ones of service accounts, of Helm, or for pulling images. */
  secrets: names,
  /** Of type kubernetes.io/dockerconfigjson. */
  pullSecrets: names,
  /** `key:value` as node selectors of Flink are written; those of one node alone are left out. */
  nodeLabels: names,
});

export const listChoicesOperation = operation({
  id: "listChoices",
  method: "GET",
  path: "/choices",
  summary: "Names of what a new cluster may refer to in a namespace; never what a Secret holds",
  query: z.object({ context: clusterAddress.shape.context, namespace: clusterAddress.shape.namespace }),
  answer: namespaceChoices,
});

export type NamespaceChoices = z.infer<typeof namespaceChoices>;
export type ChoiceNames = z.infer<typeof names>;

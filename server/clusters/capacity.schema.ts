import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterSpec } from "./cluster-spec.schema.ts";
import { issue } from "./cluster-view.schema.ts";
import { clusterAddress } from "./schema.ts";

/** Cores and bytes. */
const amount = z.object({ cpu: z.number(), memory: z.number() });

/** What a quota leaves of one resource, in cores, bytes or pieces. */
const quotaRow = z.object({
  resource: z.string(),
  unit: z.enum(["cores", "bytes", "pieces"]),
  hard: z.number(),
  used: z.number(),
  /** What the JobManagers and one TaskManager take of it. */
  jobManagers: z.number(),
  taskManager: z.number(),
});

export const capacityView = z.object({
  /** What one pod asks for; absent where the spec does not tell. */
  jobManager: amount.optional(),
  taskManager: amount.optional(),
  quotas: z.array(z.object({ name: z.string(), rows: z.array(quotaRow) })),
  /** How many TaskManagers the quotas leave room for, the JobManagers taken off; absent where none bounds them. */
  quotaTaskManagers: z.int().optional(),
  nodes: z
    .object({
      /** That take such pods: selector and taints fit, and they are not cordoned. */
      usable: z.int(),
      all: z.int(),
      /** The most that one usable node has for pods. */
      largest: amount,
      /** Whether the JobManagers fit into what is free now; absent where pods may not be listed. */
      jobManagerFits: z.boolean().optional(),
      /** How many TaskManagers fit beside them; absent where that is not known. */
      taskManagers: z.int().optional(),
      cut: z.boolean(),
    })
    .optional(),
  warnings: z.array(issue),
  /** What could not be looked at for want of a right. */
  unseen: z.array(z.enum(["quotas", "limits", "nodes", "pods"])),
});

export const readCapacityOperation = operation({
  id: "readCapacity",
  method: "POST",
  path: "/cluster-capacities",
  summary: "What the namespace's quota and the nodes leave for a spec's pods",
  body: z.object({ context: clusterAddress.shape.context, spec: clusterSpec }),
  answer: capacityView,
});

export type CapacityView = z.infer<typeof capacityView>;

import { z } from "zod";
import { operation } from "../operation.schema.ts";
import { clusterAddress } from "./schema.ts";

const accountName = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "is not the name of a service account");

/** Where a cluster is to go, and as whom its processes ask Kubernetes. */
const place = z.object({
  context: clusterAddress.shape.context,
  namespace: clusterAddress.shape.namespace,
  /** The JobManager's. */
  serviceAccount: accountName.default("default"),
  /** The TaskManagers', where it is another one. */
  taskManagerServiceAccount: accountName.optional(),
  /** Whether jobs and leaders are kept in ConfigMaps. */
  highAvailability: z.enum(["true", "false"]).default("false"),
});

const right = z.object({
  verb: z.string(),
  /** As access reviews spell it: `pods`, `pods/log`. */
  resource: z.string(),
  /** Empty for Kubernetes' core. */
  group: z.string(),
  /** Absent where this person may not ask about others. */
  allowed: z.boolean().optional(),
});

const accountRights = z.object({
  name: z.string(),
  process: z.enum(["JobManager", "TaskManager"]),
  /** Absent where it may not be looked at. */
  exists: z.boolean().optional(),
  rights: z.array(right),
});

const objectName = z.object({ kind: z.enum(["ServiceAccount", "Role", "RoleBinding"]), name: z.string() });

export const preflightView = z.object({
  /** What this person needs to create a cluster, and to look after it. */
  mine: z.array(right.extend({ needed: z.enum(["create", "use"]) })),
  accounts: z.array(accountRights),
  /** What would give the accounts what they lack; absent where nothing is known to be missing. */
  grant: z
    .object({
      objects: z.array(objectName),
      yaml: z.string(),
      /** Whether this person may create them. */
      allowed: z.boolean(),
      /** Why not. */
      refusal: z.string().optional(),
    })
    .optional(),
});

export const preflightOperation = operation({
  id: "preflight",
  method: "GET",
  path: "/preflights",
  summary: "May this person create a cluster there, and may its JobManager do what Flink needs",
  query: place,
  answer: preflightView,
});

export const grantRightsOperation = operation({
  id: "grantRights",
  method: "POST",
  path: "/grants",
  summary: "Create the Role and RoleBinding that a service account needs for Flink; what exists is never changed",
  body: place,
  answer: z.object({ created: z.array(objectName), kept: z.array(objectName) }),
  status: 201,
});

export type PreflightPlace = z.output<typeof place>;
export type PreflightView = z.infer<typeof preflightView>;
export type Right = z.infer<typeof right>;
export type AccountRights = z.infer<typeof accountRights>;
export type GrantObject = z.infer<typeof objectName>;

import { z } from "zod";

/** `GET /overview` (Flink: ClusterOverviewWithVersion). */
export const clusterOverview = z
  .object({
    "flink-version": z.string(),
    taskmanagers: z.number(),
    "slots-total": z.number(),
    "slots-available": z.number(),
    "jobs-running": z.number(),
    "jobs-finished": z.number(),
    "jobs-cancelled": z.number(),
    "jobs-failed": z.number(),
  })
  .transform((sent) => ({
    flinkVersion: sent["flink-version"],
    taskManagers: sent.taskmanagers,
    slotsTotal: sent["slots-total"],
    slotsAvailable: sent["slots-available"],
    jobsRunning: sent["jobs-running"],
    jobsFinished: sent["jobs-finished"],
    jobsCancelled: sent["jobs-cancelled"],
    jobsFailed: sent["jobs-failed"],
  }));
export type ClusterOverview = z.output<typeof clusterOverview>;

const taskManagerOverview = z
  .object({
    id: z.string(),
    timeSinceLastHeartbeat: z.number(),
    slotsNumber: z.number(),
    freeSlots: z.number(),
    hardware: z.object({ cpuCores: z.number(), managedMemory: z.number() }),
  })
  .transform((sent) => ({
    /** Also the pod's name. */
    id: sent.id,
    slotsTotal: sent.slotsNumber,
    slotsFree: sent.freeSlots,
    // Flink's name is misleading: it is the moment of the last heartbeat, in milliseconds since 1970.
    lastHeartbeat: sent.timeSinceLastHeartbeat,
    cpuCores: sent.hardware.cpuCores,
    /** Bytes. */
    managedMemory: sent.hardware.managedMemory,
  }));
export type TaskManagerOverview = z.output<typeof taskManagerOverview>;

/** `GET /taskmanagers` */
export const taskManagerList = z
  .object({ taskmanagers: z.array(taskManagerOverview) })
  .transform((sent) => sent.taskmanagers);

/** `GET /taskmanagers/:taskmanagerid`: what lies in its slots, and its heap. Sizes are bytes. */
export const taskManagerDetails = z
  .object({
    allocatedSlots: z.array(z.object({ jobId: z.string(), assignedTasks: z.number().optional() })).default([]),
    metrics: z.object({ heapUsed: z.number(), heapMax: z.number() }).optional(),
  })
  .transform((sent) => ({
    /** One entry a slot in use. */
    slots: sent.allocatedSlots.map(({ jobId }) => ({ jobId })),
    heapUsed: sent.metrics?.heapUsed,
    heapMax: sent.metrics?.heapMax,
  }));
export type TaskManagerDetails = z.output<typeof taskManagerDetails>;

/** `GET /jobmanager/config`: the effective configuration; secrets come as `******`. */
export const jobManagerConfiguration = z
  .array(z.object({ key: z.string(), value: z.string() }))
  .transform((sent) => Object.fromEntries(sent.map(({ key, value }) => [key, value])));

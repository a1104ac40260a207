import type { Caller, ClusterAddress } from "../caller.ts";
import type { EventView } from "./cluster-view.schema.ts";
import { listClusterEvents } from "./list-cluster-events.ts";
import { memoriesOf, observationOf, remember } from "./parts/cluster-memories.ts";
import type { ClusterObjects } from "./parts/cluster-objects.ts";
import { findCluster } from "./parts/find-cluster.ts";
import { configurationFileOf, optionsOf } from "./parts/flink-configuration-file.ts";
import type { RestSeen } from "./parts/observe-cluster.ts";
import { logToRead, readLogTail } from "./parts/startup-evidence.ts";
import { startupOf } from "./parts/startup-steps.ts";
import type { SeenJob } from "./parts/startup-trouble.ts";
import { summarizeCluster } from "./parts/summarize-cluster.ts";
import { whereAllowed } from "./parts/where-allowed.ts";
import type { ClusterStartup } from "./startup.schema.ts";

type Startup = Omit<ClusterStartup, "unseen">;

const firstAnswerMs = 800;
const jobTimeoutMs = 3_000;
const shownLines = 80;

/**
 * How a cluster comes up: from its objects, their events, the state of its containers, the last lines of its log and
 * what JobManager's REST says. What may not be looked at is named and left out.
 */
export async function getClusterStartup(address: ClusterAddress, caller: Caller): Promise<ClusterStartup> {
  const { context } = address;
  const { objects, siblings } = await findCluster(address, caller);
  const memories = memoriesOf(context, caller);
  remember(context, siblings, memories);
  await memories.rest.settled(firstAnswerMs);
  const { rest, mayCreatePods, now } = observationOf(objects, memories);
  const application = summarizeCluster(context, objects, { rest, mayCreatePods, now }).mode === "application";
  const wanted = logToRead(objects, rest, now);
  const [events, log, job] = await Promise.all([
    whereAllowed(
      listClusterEvents(address, caller).then((answer) => answer.events),
      "forbidden" as const,
    ),
    wanted && whereAllowed(readLogTail(address, wanted, caller), "forbidden" as const),
    application ? firstJob(address, rest, caller) : undefined,
  ]);
  const unseen = [
    ...(events === "forbidden" ? (["events"] as const) : []),
    ...(log === "forbidden" ? (["logs"] as const) : []),
    ...(rest.kind === "forbidden" ? (["rest"] as const) : []),
  ];
  const seenEvents: readonly EventView[] = events === "forbidden" ? [] : events;
  const seenLog = log === "forbidden" ? undefined : log;
  const evidence = { objects, application, events: seenEvents, rest, mayCreatePods, log: seenLog, job, now };
  return { ...withShortLog(withAvailability(startupOf(evidence), objects)), unseen };
}

/** Which rights a service account needs depends on it. */
function withAvailability(startup: Startup, objects: ClusterObjects): Startup {
  const { trouble } = startup;
  if (trouble?.serviceAccount === undefined) return startup;
  const file = configurationFileOf(objects);
  const options = file === undefined ? new Map<string, string>() : optionsOf(file);
  // Flink 1 also reads the older key.
  const type = options.get("high-availability.type") ?? options.get("high-availability");
  return { ...startup, trouble: { ...trouble, highAvailability: type !== undefined && !/^none$/i.test(type) } };
}

/** All that was read was needed to find the reason; the end of it is enough to show. */
function withShortLog(startup: Startup): Startup {
  const { trouble } = startup;
  if (trouble?.log === undefined) return startup;
  return { ...startup, trouble: { ...trouble, log: { ...trouble.log, lines: trouble.log.lines.slice(-shownLines) } } };
}

/** An application's first job. That it can't be told is no reason to show nothing. */
async function firstJob(address: ClusterAddress, rest: RestSeen, caller: Caller): Promise<SeenJob | undefined> {
  if (rest.kind !== "answers") return undefined;
  try {
    const jobs = await caller.flink(address).jobs(AbortSignal.timeout(jobTimeoutMs));
    const [first] = jobs.toSorted((one, other) => one.startTime - other.startTime);
    if (first === undefined) return undefined;
    // All from one answer: Flink keeps the two for seconds, each with its own age.
    const { name, state, vertices } = await caller.flink(address).job(first.id, AbortSignal.timeout(jobTimeoutMs));
    const starts = vertices.flatMap(({ startTime }) => startTime ?? []);
    return {
      name,
      state,
      tasks: vertices.reduce((sum, { parallelism }) => sum + parallelism, 0),
      tasksRunning: vertices.reduce((sum, { tasks }) => sum + (tasks["RUNNING"] ?? 0) + (tasks["FINISHED"] ?? 0), 0),
      ...(starts.length > 0 && { at: Math.max(...starts) }),
    };
  } catch {
    return undefined;
  }
}

import type { Caller, ClusterAddress } from "../../caller.ts";
import { timestampOf } from "../../flink/log-records/line-cursor.ts";
import type { ProofPod, ProofStep } from "../log-level-view.schema.ts";
import { EvidenceSearch, leavesTrace, printsWholeNames } from "./find-evidence.ts";
import { mainContainer, type Pod } from "./kubernetes-objects.ts";
import type { DatedChange, ProofInput } from "./proof-input.ts";
import { never, seenStep } from "./proof-step.ts";
import { kubeletSyncMs, type Mounted } from "./prove-mounted.ts";
import { searchLog } from "./search-log.ts";
import { type SeenOfPod, seenOfPod } from "./seen-proofs.ts";

/** The timers of log4j and of the kubelet are not exact. */
const slackMs = 2_000;
/** From setting up a pod's volumes to the start of its container. */
const startMs = 5_000;

const changeKey = ({ logger, from, to, at }: DatedChange) => `${logger} ${from} ${to} ${at.toISOString()}`;

/** For each changed level whether it is in effect in a pod that has the file. */
export async function proveEffective(
  pod: Pod,
  mounted: Mounted,
  input: ProofInput,
  address: ClusterAddress,
  caller: Caller,
): Promise<ProofPod["effective"]> {
  const seen = seenOfPod(pod.metadata?.uid ?? "");
  const started = startedAt(pod);
  const refused = await searchLines(pod, seen, input, address, caller);
  return input.sought.map((change) => ({
    logger: change.logger,
    step:
      provedByLine(change, seen) ?? byStart(change, started, mounted, input) ?? byTime(change, mounted, input, refused),
  }));
}

/** Without a look at the file, only a line tells; `otherwise` is the step where none has come. */
export async function proveByLinesOnly(
  pod: Pod,
  otherwise: ProofStep,
  input: ProofInput,
  address: ClusterAddress,
  caller: Caller,
): Promise<ProofPod["effective"]> {
  const seen = seenOfPod(pod.metadata?.uid ?? "");
  if (otherwise.state !== "never") await searchLines(pod, seen, input, address, caller);
  return input.sought.map((change) => ({ logger: change.logger, step: provedByLine(change, seen) ?? otherwise }));
}

/** Reads on in the log from where the last search ended, for the changes that no line has proved yet. */
async function searchLines(
  pod: Pod,
  seen: SeenOfPod,
  input: ProofInput,
  address: ClusterAddress,
  caller: Caller,
): Promise<string | undefined> {
  const missing = input.sought.filter((change) => leavesTrace(change) && !seen.lines.has(changeKey(change)));
  if (missing.length === 0 || !printsWholeNames(input.name, input.text)) return undefined;
  const fromOf = (change: DatedChange) => seen.searchedTo.get(changeKey(change)) ?? timestampOf(change.at);
  const from = missing.map(fromOf).toSorted()[0] ?? "";
  const search = new EvidenceSearch(input, missing, from);
  const refused = await searchLog(pod.metadata?.name ?? "", from, search, address, caller);
  for (const change of missing) {
    const line = search.found.find(({ logger }) => logger === change.logger);
    if (line) seen.lines.set(changeKey(change), line);
    else if (refused === undefined) seen.searchedTo.set(changeKey(change), search.readTo);
  }
  return refused;
}

function provedByLine(change: DatedChange, seen: SeenOfPod): ProofStep | undefined {
  const line = seen.lines.get(changeKey(change));
  return line && seenStep(new Date(`${line.at.slice(0, 23)}Z`), change.at, line.line);
}

function startedAt(pod: Pod): Date | undefined {
  const running = pod.status?.containerStatuses?.find(({ name }) => name === mainContainer)?.state?.running;
  return running?.startedAt === undefined ? undefined : new Date(running.startedAt);
}

/** What the container's start decides: it began with this file, or with one that is never read again. */
function byStart(
  change: DatedChange,
  started: Date | undefined,
  mounted: Mounted,
  { file, reloadSince }: ProofInput,
): ProofStep | undefined {
  const refused = file.issues.find((issue) => issue.refused);
  if (refused) return never("file-refused", refused.detail);
  // Kubernetes tells the start to the second.
  const isNewer =
    started && (started.getTime() + 1_000 > mounted.at.getTime() || started.getTime() > change.at.getTime() + startMs);
  if (isNewer) return seenStep(started, change.at, "The container started with this file.");
  const isBefore = reloadSince !== undefined && started !== undefined && started < reloadSince;
  if (file.reload.kind === "every" && !isBefore) return undefined;
  return file.syntax === "log4j2"
    ? never("no-monitor-interval", "log4j was started without monitorInterval: only new pods read a change.")
    : never("no-scan", "logback was started without scan: only new pods read a change.");
}

/** Without evidence, time only tells when it has to have happened. */
function byTime(change: DatedChange, mounted: Mounted, input: ProofInput, refused: string | undefined): ProofStep {
  const seconds = input.file.reload.kind === "every" ? input.file.reload.seconds : 0;
  const mountedMs = Math.min(mounted.at.getTime(), change.at.getTime() + kubeletSyncMs);
  const by = new Date(mountedMs + seconds * 1_000 + slackMs);
  if (by > new Date()) {
    const detail = `${input.file.syntax === "log4j2" ? "log4j" : "logback"} looks at the file every ${seconds} s.`;
    return { state: "not-yet", by: by.toISOString(), detail };
  }
  return { state: "due", since: by.toISOString(), detail: refused ?? whyUnseen(change, input) };
}

function whyUnseen(change: DatedChange, input: ProofInput): string {
  if (!leavesTrace(change)) return "A raised level shows only in what no longer comes.";
  if (!printsWholeNames(input.name, input.text)) return "The pattern prints only the end of a logger's name.";
  return `No line of it below ${change.from} has come yet.`;
}

import type { LogLevelView, Proof, ProofStep } from "../../server/log-levels/log-level-view.schema.ts";

// What a file or a pod holds is no command to a terminal.
const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, " ");

/** A line for each logger: level, name, where the level comes from. */
export function levelLines({ loggers, readOnly }: LogLevelView): string {
  const rows = loggers.map(({ logger, level, from, line, override }) => {
    const until = override?.until === undefined ? "" : ` until ${override.until}`;
    const reason = override?.reason === undefined ? "" : `: ${override.reason}`;
    const origin = override
      ? `changed, was ${override.was}${until}${reason}`
      : `${from}${line === undefined ? "" : `, line ${line}`}`;
    return `${level.padEnd(5)}  ${logger}  (${origin})`;
  });
  return [...rows, ...(readOnly === undefined ? [] : [readOnly])].map((row) => `${plain(row)}\n`).join("");
}

function stepText(step: ProofStep): string {
  switch (step.state) {
    case "seen":
      return `${step.at}${step.afterMs === undefined ? "" : ` after ${(step.afterMs / 1_000).toFixed(1)} s`}`;
    case "not-yet":
      return `not yet${step.by === undefined ? "" : `, by ${step.by}`}`;
    case "due":
      return `due since ${step.since}, not seen: ${step.detail}`;
    case "never":
      return `never: ${step.detail}`;
    case "unknown":
      return `not known: ${step.detail}`;
  }
}

/** A line for each pod and logger that says more than the last time; what was printed is remembered in `printed`. */
export function proofLines({ pods }: Proof, printed: Set<string>): string {
  const lines = pods.flatMap(({ pod, mounted, effective }) => [
    `${pod}  mounted    ${stepText(mounted)}`,
    ...effective.flatMap(({ logger, step }) => [
      `${pod}  effective  ${logger}  ${stepText(step)}`,
      ...(step.state === "seen" ? [`${pod}             ${step.evidence}`] : []),
    ]),
  ]);
  const fresh = lines.filter((line) => !printed.has(line));
  for (const line of fresh) printed.add(line);
  return fresh.map((line) => `${plain(line)}\n`).join("");
}

/** True when a pod will never have what was asked for. */
export const hasNever = ({ pods }: Proof): boolean =>
  pods.some(({ mounted, effective }) =>
    [mounted, ...effective.map(({ step }) => step)].some(({ state }) => state === "never"),
  );

"use client";
import { type CountedLevel, countedLevels, type LogPod } from "#server/logs/schema.ts";
import { StateMark, type StateShape } from "../ui/state-mark.tsx";
import { Facet } from "./facet.tsx";
import type { LogAddress } from "./log-address.ts";
import type { LogTally } from "./log-tally.ts";
import { shortLogger } from "./record-row.tsx";

interface LogFacetsProps {
  readonly address: LogAddress;
  readonly onChange: (change: Partial<LogAddress>) => void;
  readonly tally: LogTally;
  readonly pods: readonly LogPod[];
  readonly podName: (pod: string) => string;
}

/** Level, pod and logger: what is there in the range, and what of it is shown. */
export function LogFacets(props: LogFacetsProps) {
  return (
    <aside
      aria-label="Filters"
      className="grid content-start gap-5 overflow-y-auto border-r border-line py-4 pr-3 pl-5 max-wide:hidden"
    >
      <LevelFacet {...props} />
      <PodFacet {...props} />
      <LoggerFacet {...props} />
    </aside>
  );
}

const shapes: Partial<Record<CountedLevel, StateShape>> = { FATAL: "failing", ERROR: "failing", WARN: "degraded" };

function LevelFacet({ address, onChange, tally }: LogFacetsProps) {
  const isAll = address.levels.length === countedLevels.length;
  const shown = countedLevels.filter((level) => level !== "FATAL" || tally.levels[level] !== undefined);
  const set = (levels: readonly CountedLevel[]) => onChange({ levels: levels.length === 0 ? countedLevels : levels });
  return (
    <Facet
      title="Level"
      items={shown.map((level) => ({
        value: level,
        label: (
          <>
            {shapes[level] && <StateMark shape={shapes[level]} />}
            {level === "NONE" ? "without" : level}
          </>
        ),
        title: level === "NONE" ? "Lines that are no log event, such as what a program prints itself" : level,
        count: tally.levels[level] ?? 0,
        isOn: address.levels.includes(level),
      }))}
      onToggle={(value) => set(countedLevels.filter((level) => (level === value) !== address.levels.includes(level)))}
      onOnly={(value) => set(countedLevels.filter((level) => level === value))}
      onAll={isAll ? undefined : () => set(countedLevels)}
    />
  );
}

const podShapes: Record<LogPod["state"], StateShape> = { running: "running", ended: "past", kept: "last-seen" };

function PodFacet({ address, onChange, tally, pods, podName }: LogFacetsProps) {
  const { pods: wanted, withoutPods } = address;
  const isOn = (pod: string) => (wanted?.includes(pod) ?? true) && !withoutPods.includes(pod);
  const toggle = (pod: string) => {
    const without = isOn(pod) ? [...withoutPods, pod] : withoutPods.filter((each) => each !== pod);
    const onlyThese = wanted && (isOn(pod) ? wanted : [...wanted, pod]);
    onChange({ withoutPods: without, pods: onlyThese });
  };
  return (
    <Facet
      title="Pod"
      items={pods.map(({ pod, state }) => ({
        value: pod,
        label: (
          <>
            <StateMark shape={podShapes[state]} />
            <span className="mono truncate">{podName(pod)}</span>
          </>
        ),
        title: `${pod}, ${state === "kept" ? "gone, its log was kept" : state}`,
        count: tally.pods[pod],
        note: tally.pods[pod] === undefined && state === "kept" ? "kept" : undefined,
        isOn: isOn(pod),
      }))}
      onToggle={toggle}
      onOnly={(pod) => onChange({ pods: [pod], withoutPods: [] })}
      onAll={wanted || withoutPods.length > 0 ? () => onChange({ pods: undefined, withoutPods: [] }) : undefined}
    />
  );
}

function LoggerFacet({ address, onChange, tally }: LogFacetsProps) {
  const { loggers: wanted, withoutLoggers } = address;
  const isOn = (logger: string) => (wanted?.includes(logger) ?? true) && !withoutLoggers.includes(logger);
  const known = Object.entries(tally.loggers).sort((a, b) => b[1] - a[1]);
  const chosen = [...(wanted ?? []), ...withoutLoggers].filter((logger) => tally.loggers[logger] === undefined);
  const toggle = (logger: string) => {
    if (isOn(logger)) onChange({ withoutLoggers: [...withoutLoggers, logger] });
    else {
      onChange({
        withoutLoggers: withoutLoggers.filter((each) => each !== logger),
        ...(wanted && { loggers: [...new Set([...wanted, logger])] }),
      });
    }
  };
  return (
    <Facet
      title="Logger"
      items={[...known, ...chosen.map((logger) => [logger, 0] as const)].map(([logger, count]) => ({
        value: logger,
        label: <span className="truncate">{shortLogger(logger).replace(/^…/, "")}</span>,
        title: logger,
        count,
        isOn: isOn(logger),
      }))}
      onToggle={toggle}
      onOnly={(logger) => onChange({ loggers: [logger], withoutLoggers: [] })}
      onAll={
        wanted || withoutLoggers.length > 0 ? () => onChange({ loggers: undefined, withoutLoggers: [] }) : undefined
      }
    />
  );
}

/** The four kinds of memory that a bar tells apart, each by colour and by name. */
const kinds = {
  heap: { color: "bg-job-a text-job-a-ink", name: "heap" },
  offHeap: { color: "bg-job-b text-job-b-ink", name: "off-heap, network" },
  managed: { color: "bg-job-c text-job-c-ink", name: "managed" },
  jvm: { color: "bg-job-d text-job-d-ink", name: "JVM metaspace, overhead" },
} as const;
export type MemoryKind = keyof typeof kinds;

export interface MemoryPart {
  readonly name: string;
  readonly kind: MemoryKind;
  readonly mebibytes: number;
}

interface MemoryBarProps {
  readonly process: string;
  readonly parts: readonly MemoryPart[];
  readonly totalMiB: number;
  /** The whole width; bars of one panel share it, so that their lengths compare. */
  readonly scaleMiB: number;
}

/** Below this share of the width a number does not fit. */
const NUMBER_FITS = 0.05;

const figure = (mebibytes: number) => Math.round(mebibytes).toLocaleString("en-US");

/** One process's memory, part by part, with its total. */
export function MemoryBar({ process, parts, totalMiB, scaleMiB }: MemoryBarProps) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-23 text-ink-2">{process}</span>
      <span className="min-w-0 flex-1">
        <span className="flex h-6 gap-0.5" style={{ width: `${(totalMiB / scaleMiB) * 100}%` }}>
          {parts.map((part) => (
            <span
              key={part.name}
              title={`${part.name} ${figure(part.mebibytes)} MiB`}
              style={{ flex: `${part.mebibytes} 0 0` }}
              className={`num flex min-w-0 items-center justify-center overflow-hidden rounded-[2px] text-11 font-strong first:rounded-l-1 last:rounded-r-1 ${kinds[part.kind].color}`}
            >
              {part.mebibytes / scaleMiB >= NUMBER_FITS ? figure(part.mebibytes) : ""}
              <span className="sr-only">{` ${part.name}`}</span>
            </span>
          ))}
        </span>
      </span>
      <span className="num w-14 text-right font-strong">{figure(totalMiB)}</span>
    </div>
  );
}

/** What the colours of the bars mean. */
export function MemoryKey({ kinds: shown }: { readonly kinds: readonly MemoryKind[] }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-0.5 pl-25 text-12 text-ink-2">
      {shown.map((kind) => (
        <span key={kind}>
          <span className={`mr-1.5 inline-block size-2 rounded-[2px] ${kinds[kind].color}`} />
          {kinds[kind].name}
        </span>
      ))}
    </div>
  );
}

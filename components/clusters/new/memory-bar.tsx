import type { ProcessMemoryView } from "#server/clusters/cluster-view.schema.ts";

type Kind = ProcessMemoryView["parts"][number]["kind"];

/** The four kinds of memory that a bar tells apart, each by colour and by name. */
const kinds: readonly { readonly kind: Kind; readonly color: string; readonly name: string }[] = [
  { kind: "heap", color: "bg-job-a text-job-a-ink", name: "heap" },
  { kind: "offHeap", color: "bg-job-b text-job-b-ink", name: "off-heap, network" },
  { kind: "managed", color: "bg-job-c text-job-c-ink", name: "managed" },
  { kind: "jvm", color: "bg-job-d text-job-d-ink", name: "JVM metaspace, overhead" },
];

const colorOf = (kind: Kind) => kinds.find((one) => one.kind === kind)?.color ?? "";

interface MemoryBarProps {
  readonly memory: ProcessMemoryView;
  /** Bytes over the whole width; bars of one panel share it, so that their lengths compare. */
  readonly scale: number;
}

/** Below this share of the width a number does not fit. */
const NUMBER_FITS = 0.05;
const MIB = 1_024 ** 2;

const mebibytes = (bytes: number) => Math.round(bytes / MIB).toLocaleString("en-US");

/** One process's memory, part by part, with its total. */
export function MemoryBar({ memory: { process, bytes, parts }, scale }: MemoryBarProps) {
  return (
    <div className="flex items-center gap-2">
      <span className="w-23 text-ink-2">{process}</span>
      <span className="min-w-0 flex-1">
        <span className="flex h-6 gap-0.5" style={{ width: `${(bytes / scale) * 100}%` }}>
          {parts.map((part) => (
            <span
              key={part.name}
              title={`${part.name} ${mebibytes(part.bytes)} MiB`}
              style={{ flex: `${part.bytes / MIB} 0 0` }}
              className={`num flex min-w-0 items-center justify-center overflow-hidden rounded-[2px] text-11 font-strong first:rounded-l-1 last:rounded-r-1 ${colorOf(part.kind)}`}
            >
              {part.bytes / scale >= NUMBER_FITS ? mebibytes(part.bytes) : ""}
              <span className="sr-only">{` ${part.name}`}</span>
            </span>
          ))}
        </span>
      </span>
      <span className="num w-14 text-right font-strong">{mebibytes(bytes)}</span>
    </div>
  );
}

/** What the colours of the bars mean. */
export function MemoryKey({ kinds: used }: { readonly kinds: ReadonlySet<Kind> }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-0.5 pl-25 text-12 text-ink-2">
      {kinds
        .filter(({ kind }) => used.has(kind))
        .map(({ kind, color, name }) => (
          <span key={kind}>
            <span className={`mr-1.5 inline-block size-2 rounded-[2px] ${color}`} />
            {name}
          </span>
        ))}
    </div>
  );
}

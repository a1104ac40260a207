import { classNames } from "./class-names.ts";

interface MeterProps {
  readonly value: number;
  readonly max: number;
  /** What is measured, for readers: the number stands beside it. */
  readonly label: string;
  /** Full is fine here, such as slots in use: never amber or red. */
  readonly neutral?: boolean;
  readonly className?: string;
}

/** 4 px: grey, amber from 85 %, red from 97 %. Always beside its number. */
export function Meter({ value, max, label, neutral = false, className }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const color = neutral || share < 0.85 ? "bg-ink-3" : share < 0.97 ? "bg-wait-mark" : "bg-bad-mark";
  return (
    <span
      role="img"
      aria-label={`${label}: ${Math.round(share * 100)} %`}
      className={classNames("inline-block h-1 overflow-hidden rounded-[2px] bg-line-strong", className ?? "w-11")}
    >
      <span className={`meter-bar block h-full rounded-[2px] ${color}`} style={{ width: `${share * 100}%` }} />
    </span>
  );
}

import type { Pressure } from "#server/jobs/schema.ts";
import { Tag } from "../../ui/tag.tsx";

/** From where on back-pressure is high, and low, as in Flink's own pages. */
const high = 0.5;
const low = 0.1;

/** Back-pressure in a word and a number; none in grey. */
export function PressureTag({ pressure }: { readonly pressure: Pressure | undefined }) {
  if (pressure === undefined) return null;
  const text = `${Math.round(pressure.backPressured * 100)} %`;
  if (pressure.backPressured >= high) return <Tag family="bad">high {text}</Tag>;
  if (pressure.backPressured >= low) return <Tag family="wait">low {text}</Tag>;
  return <span className="text-ink-3">none</span>;
}

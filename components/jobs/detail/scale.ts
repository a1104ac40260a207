/** A scale from 0 to a round number at or above `highest`, with at most five lines. */
export function scaleTo(highest: number): { readonly top: number; readonly steps: readonly number[] } {
  const rough = Math.max(highest, Number.MIN_VALUE) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  const count = Math.ceil(highest / step) || 1;
  return { top: step * count, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** The same for bytes: its lines stand at round numbers of the unit in which they are read. */
export function scaleToBytes(highest: number): { readonly top: number; readonly steps: readonly number[] } {
  const unit = 1_024 ** Math.max(0, Math.floor(Math.log(Math.max(1, highest)) / Math.log(1_024)));
  const { top, steps } = scaleTo(highest / unit);
  return { top: top * unit, steps: steps.map((step) => step * unit) };
}

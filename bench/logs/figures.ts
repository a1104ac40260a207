/** The value below which so much of the values lies: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;

/** Prints a figure beside what is wanted of it, and lets the bench fail where it is not met. */
export function report(name: string, figure: string, isMet: boolean, wanted: string): void {
  console.log(`${isMet ? "ok    " : "MISSED"} ${name}: ${figure} (wanted: ${wanted})`);
  if (!isMet) process.exitCode = 1;
}

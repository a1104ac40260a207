const began = Date.now();

/** A line that a person can follow, with the seconds since the start. On standard error: the console's log has standard output. */
export function say(text: string): void {
  const seconds = Math.round((Date.now() - began) / 1000);
  console.error(`[${String(seconds).padStart(4)}s] ${text}`);
}

/** Ends the program with a reason and, where there is one, the way out. */
export function giveUp(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

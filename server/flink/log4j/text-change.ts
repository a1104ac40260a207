/** Replaces `text.slice(from, to)`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies changes that do not overlap; those at the same place in the order given. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    pieces.push(text.slice(at, change.from), change.text);
    at = change.to;
  }
  return pieces.join("") + text.slice(at);
}

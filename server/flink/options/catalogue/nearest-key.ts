/** More edits than so many make another word, not a slip. */
const maxDistance = 3;

/**
 * The known key that a mistyped one most likely means, or undefined where none is near.
 *
 * Near is at most three edits, and at most one for every four characters.
 */
export function nearestKey(key: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let limit = Math.min(maxDistance, Math.floor(key.length / 4));
  for (const candidate of known) {
    if (Math.abs(candidate.length - key.length) > limit) continue;
    const distance = editDistance(key, candidate);
    if (distance > limit || (distance === limit && nearest !== undefined)) continue;
    nearest = candidate;
    limit = distance;
  }
  return nearest;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Names a line within one container's log: its timestamp and its place among the lines at that very timestamp.
 *
 * Kubernetes resumes by time, not by offset, so this is the only name that a line has. `at` is RFC 3339 in UTC with
 * nine digits, 30 characters: comparing two of them as text is comparing their times.
 */
export interface LineCursor {
  readonly at: string;
  readonly nth: number;
}

export function isAfter(line: LineCursor, cursor: LineCursor): boolean {
  return line.at > cursor.at || (line.at === cursor.at && line.nth > cursor.nth);
}

export const timestampLength = 30;
const anyTimestamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d) /;

/** Tells whether `line` begins with a timestamp of exactly 30 characters in UTC and a space, as kubelets print it. */
export function hasTimestamp(line: string): boolean {
  return (
    line.charCodeAt(timestampLength) === 32 &&
    line.charCodeAt(29) === 90 &&
    line.charCodeAt(19) === 46 &&
    line.charCodeAt(10) === 84 &&
    line.charCodeAt(4) === 45
  );
}

/**
 * Splits the timestamp off a line of the API server, whatever zone the node's clock is in; undefined when there is none,
 * which is how the kubelet says that something went wrong.
 */
export function splitTimestamp(line: string): { readonly at: string; readonly text: string } | undefined {
  if (hasTimestamp(line)) return { at: line.slice(0, timestampLength), text: line.slice(timestampLength + 1) };
  const match = anyTimestamp.exec(line);
  if (match === null) return undefined;
  const [all, seconds = "", fraction = "", zone = "Z"] = match;
  const utc = new Date(`${seconds}${zone}`).toISOString().slice(0, 19);
  return { at: `${utc}.${fraction.padEnd(9, "0")}Z`, text: line.slice(all.length) };
}

/** A point in time as a timestamp of the same fixed width. */
export function timestampOf(date: Date): string {
  return `${date.toISOString().slice(0, 23)}000000Z`;
}

/** Milliseconds since 1970 of such a timestamp. */
export function millisecondsOf(at: string): number {
  return Date.parse(`${at.slice(0, 23)}Z`);
}

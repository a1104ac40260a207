/**
 * Times of records in the browser's zone. Dates are slow, and a window has tens of thousands of rows of few different
 * minutes: each minute is converted once.
 */
const minutes = new Map<string, string>();
const minutesKept = 2_000;

/** `14:03:58.114` of `2026-11-24T13:03:58.114000000Z`. */
export function timeOfDay(at: string): string {
  const minute = at.slice(0, 16);
  let shown = minutes.get(minute);
  if (shown === undefined) {
    if (minutes.size > minutesKept) minutes.clear();
    shown = new Date(`${minute}:00Z`).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    minutes.set(minute, shown);
  }
  return `${shown}${at.slice(16, 23)}`;
}

/** `14:03:58`. */
export function secondOfDay(at: string): string {
  return timeOfDay(at).slice(0, 8);
}

/** The day and time of a record, with the zone, for its title. */
export function fullTime(at: string): string {
  return `${new Date(`${at.slice(0, 23)}Z`).toLocaleString("en-GB", { timeZoneName: "short" })}, ${at}`;
}

/** Seconds between two timestamps. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(`${to.slice(0, 23)}Z`) - Date.parse(`${from.slice(0, 23)}Z`)) / 1_000;
}

/**
 * The same text in memory of its own. A piece of a string keeps the whole string alive, and lines are pieces of what came
 * over the network: whatever stays while millions of lines pass by must not be one.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}

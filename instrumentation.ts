/** Next calls it once, before the first request. */
export async function register(): Promise<void> {
  // Next cuts what stands in this block out of the edge runtime's copy.
  if (process.env["NEXT_RUNTIME"] === "nodejs") {
    const { startOrExit } = await import("./server/access/start-or-exit.ts");
    await startOrExit();
  }
}

/** Next calls it once, before the first request. A console that can't work says why and does not start. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  try {
    const { start } = await import("./server/access/start.ts");
    await start();
  } catch (error) {
    const causes = (of: unknown): string[] => (of instanceof Error ? [of.message, ...causes(of.cause)] : []);
    console.error(`Drey can't start. ${causes(error).join("\n  because: ")}`);
    process.exit(1);
  }
}

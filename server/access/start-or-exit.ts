/** Starts, or says for people why the console can't work as it is set up, and ends the process. */
export async function startOrExit(): Promise<void> {
  try {
    // Imported here, because reading the settings may already fail.
    const { start } = await import("./start.ts");
    await start();
  } catch (error) {
    process.stderr.write(`Drey can't start. ${reasonsOf(error).join("\n  because: ")}\n`);
    process.exit(1);
  }
}

const reasonsOf = (error: unknown): string[] =>
  error instanceof Error ? [error.message, ...reasonsOf(error.cause)] : [];

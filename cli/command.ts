/** One command of `drey`. */
export interface Command {
  /** Runs with the words behind the command's name and answers the exit status. */
  run(words: readonly string[]): Promise<number>;
}

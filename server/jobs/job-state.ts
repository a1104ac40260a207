/** Flink's words for a job that is over. */
export const hasEnded = (state: string): boolean => ["FINISHED", "CANCELED", "FAILED"].includes(state);

/**
 * How V8 is to spend memory in the console (docs/decisions/0061). `npm start` and the Dockerfile have the same words.
 */
export const memoryFlags = ["--max-semi-space-size=8", "--heap-growing-percent=25"] as const;

import { cp } from "node:fs/promises";

/**
 * Puts the browser's files beside the server that `next build` made: Next leaves them out of the standalone folder,
 * for those who serve them from elsewhere.
 */
await cp(".next/static", ".next/standalone/.next/static", { recursive: true });

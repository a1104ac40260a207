import pino from "pino";
import { env } from "./env.ts";

/** The console's own log: JSON lines on standard output. Credentials are cut out whoever logs them. */
export const log = pino({
  level: env.DREY_LOG_LEVEL,
  redact: {
    paths: ["*.headers.authorization", "*.authorization", "*.token", "*.password", "*.data", "*.stringData"],
    censor: "[removed]",
  },
});

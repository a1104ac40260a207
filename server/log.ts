import pino from "pino";
import { env } from "./env.ts";
import { describeCause } from "./log-cause.ts";

/** The console's own log: JSON lines on standard output. Credentials are cut out whoever logs them. */
export const log = pino({
  level: env.DREY_LOG_LEVEL,
  serializers: { err: describeCause },
  redact: {
    paths: ["*.headers.authorization", "*.authorization", "*.token", "*.password", "*.data", "*.stringData"],
    censor: "[removed]",
  },
});

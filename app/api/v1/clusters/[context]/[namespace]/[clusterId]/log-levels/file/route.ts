import { route } from "#server/http/route.ts";
import { readLoggingFile } from "#server/log-levels/read-logging-file.ts";
import { replaceLoggingFile } from "#server/log-levels/replace-logging-file.ts";
import { readLoggingFileOperation, replaceLoggingFileOperation } from "#server/log-levels/schema.ts";

export const GET = route(readLoggingFileOperation, readLoggingFile);
export const PUT = route(replaceLoggingFileOperation, replaceLoggingFile);

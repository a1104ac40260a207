import { route } from "#server/http/route.ts";
import { checkLoggingFile } from "#server/log-levels/check-logging-file.ts";
import { checkLoggingFileOperation } from "#server/log-levels/schema.ts";

export const POST = route(checkLoggingFileOperation, checkLoggingFile);

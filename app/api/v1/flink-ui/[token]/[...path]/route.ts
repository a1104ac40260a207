import { sandboxedRoute } from "#server/http/sandboxed-route.ts";
import { readFlinkUiOperation } from "#server/jobs/flink-ui.schema.ts";
import { passFlinkUi } from "#server/jobs/pass-flink-ui.ts";

export const GET = sandboxedRoute(readFlinkUiOperation, passFlinkUi);

import { sandboxedRoute } from "#server/http/sandboxed-route.ts";
import { enterFlinkUiOperation } from "#server/jobs/flink-ui.schema.ts";
import { enterFlinkUi } from "#server/jobs/open-flink-ui.ts";

export const GET = sandboxedRoute(enterFlinkUiOperation, enterFlinkUi);

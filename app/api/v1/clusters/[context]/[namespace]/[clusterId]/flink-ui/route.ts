import { rawRoute } from "#server/http/raw-route.ts";
import { openFlinkUiOperation } from "#server/jobs/flink-ui.schema.ts";
import { openFlinkUi } from "#server/jobs/open-flink-ui.ts";

export const GET = rawRoute(openFlinkUiOperation, openFlinkUi);

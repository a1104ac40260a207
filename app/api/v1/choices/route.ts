import { listChoicesOperation } from "#server/clusters/choices.schema.ts";
import { listChoices } from "#server/clusters/list-choices.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listChoicesOperation, listChoices);

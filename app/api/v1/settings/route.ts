import { route } from "#server/http/route.ts";
import { readSettings } from "#server/settings/read-settings.ts";
import { readSettingsOperation } from "#server/settings/schema.ts";

export const GET = route(readSettingsOperation, readSettings);

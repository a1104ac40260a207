import { route } from "#server/http/route.ts";
import { readHealth } from "#server/settings/read-health.ts";
import { readHealthOperation } from "#server/settings/schema.ts";

export const GET = route(readHealthOperation, readHealth);

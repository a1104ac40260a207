import { listAudit } from "#server/audit/list-audit.ts";
import { listAuditOperation } from "#server/audit/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listAuditOperation, listAudit);

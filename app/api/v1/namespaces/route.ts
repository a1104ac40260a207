import { listNamespaces } from "#server/clusters/list-namespaces.ts";
import { listNamespacesOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(listNamespacesOperation, listNamespaces);

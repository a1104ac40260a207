import { getClusterConfiguration } from "#server/clusters/get-cluster-configuration.ts";
import { getClusterConfigurationOperation } from "#server/clusters/schema.ts";
import { route } from "#server/http/route.ts";

export const GET = route(getClusterConfigurationOperation, getClusterConfiguration);

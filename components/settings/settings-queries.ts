import { queryOptions } from "@tanstack/react-query";
import { readSettingsOperation } from "#server/settings/schema.ts";
import { callConsole } from "../client/call-console.ts";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: ({ signal }) => callConsole(readSettingsOperation, {}, { signal }),
});

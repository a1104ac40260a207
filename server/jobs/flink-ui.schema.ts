import { z } from "zod";
import { clusterAddress, clusterPath } from "../clusters/schema.ts";
import { operation } from "../operation.schema.ts";

export const openFlinkUiOperation = operation({
  id: "openFlinkUi",
  method: "GET",
  path: `${clusterPath}/flink-ui`,
  summary: "Redirects a browser to Flink's own web UI, read only and sandboxed, under an address that soon ends",
  params: clusterAddress,
  query: z.object({
    /** Where in the UI, as Flink writes it after `#/`: `job/running/<job id>/overview`. */
    view: z
      .string()
      .regex(/^[\w/.-]{0,300}$/, "is no place in Flink's web UI")
      .default("overview"),
  }),
  status: 303,
  answer: z.unknown(),
});

const token = z.string().min(1).max(100);

export const enterFlinkUiOperation = operation({
  id: "enterFlinkUi",
  method: "GET",
  path: "/flink-ui/{token}",
  summary: "Redirects to the first page of an opened web UI: where a browser goes that reloads it",
  params: z.object({ token }),
  status: 303,
  answer: z.unknown(),
});

export const readFlinkUiOperation = operation({
  id: "readFlinkUi",
  method: "GET",
  path: "/flink-ui/{token}/{path}",
  summary: "A file of Flink's own web UI, or what that UI reads of its JobManager",
  params: z.object({ token, path: z.array(z.string()).min(1).max(12) }),
  answer: z.unknown(),
});

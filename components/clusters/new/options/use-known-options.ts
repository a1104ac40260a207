"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listFlinkOptionsOperation } from "#server/clusters/new-cluster.schema.ts";
import { callConsole } from "../../../client/call-console.ts";
import { type KnownOptions, knownOptions } from "./known-options.ts";

/** The options of a Flink version; undefined until they are here. Asked for once a version. */
export function useKnownOptions(flinkVersion: string): KnownOptions | undefined {
  const { data } = useQuery({
    queryKey: ["flink-options", flinkVersion],
    queryFn: ({ signal }) => callConsole(listFlinkOptionsOperation, { flinkVersion }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => data && knownOptions(data.options, data.page), [data]);
}

"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ConsoleProblem } from "#components/ui/console-problem.ts";

const worthAnotherTry = new Set(["console-unreachable", "kubernetes-unreachable", "flink-unreachable", "timed-out"]);

/** Reads are tried again only where the way there failed; a refusal stays a refusal. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ConsoleProblem && worthAnotherTry.has(error.kind);
}

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry,
        // The live channel says what went stale; this is the bound where it does not reach.
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });

export function Providers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  return (
    // Base UI's own style elements would need the nonce; all styles here are classes.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </CSPProvider>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { contextsQuery } from "../clusters/cluster-queries.ts";
import { contextShapes } from "../clusters/context-words.ts";
import { durationText } from "../ui/quantities.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { useNow } from "../ui/use-now.ts";

/** The Kubernetes contexts with their health. */
export function ContextHealth() {
  const contexts = useQuery(contextsQuery).data?.contexts ?? [];
  const now = useNow();
  if (contexts.length === 0) return null;
  return (
    <section
      aria-label="Kubernetes contexts"
      className="max-wide:mt-2 max-wide:border-t max-wide:border-line max-wide:pt-1.5"
    >
      <h2 className="px-2 pt-5 pb-1.5 text-11 font-strong text-ink-3 max-wide:sr-only">Kubernetes contexts</h2>
      <ul>
        {contexts.map(({ context, state, staleSince }) => {
          const word = staleSince === undefined ? wordOf[state] : `${durationText(now - staleSince)} old`;
          return (
            <li
              key={context}
              title={`${context}: ${word}`}
              className="flex h-[26px] items-center gap-[9px] px-2 text-12 text-ink-2 max-wide:justify-center max-wide:px-0"
            >
              <StateMark shape={contextShapes[state]} className="mx-0.5" />
              <span className="min-w-0 flex-1 truncate max-wide:sr-only">{context}</span>
              <span className="num text-ink-3 max-wide:sr-only">{word}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const wordOf = { live: "live", waiting: "connecting", unreachable: "no answer", refused: "refused" };

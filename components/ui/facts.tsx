import type { ReactNode } from "react";

interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
  /** One below the other instead of in a row. */
  readonly stacked?: boolean;
  readonly className?: string;
}

/** Small facts of an object: label in grey, value beside it. */
export function Facts({ facts, stacked = false, className }: FactsProps) {
  return (
    <dl className={`gap-x-5 gap-y-0.5 text-12 text-ink-2 ${stacked ? "grid" : "flex flex-wrap"} ${className ?? ""}`}>
      {facts.map((fact) => (
        <div key={fact.label} className="whitespace-nowrap">
          <dt className="mr-[5px] inline text-ink-3">{fact.label}</dt>
          <dd className="inline">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  /** What was looked for, and where. */
  readonly children?: ReactNode;
  /** One primary at most. */
  readonly actions?: ReactNode;
}

/** Nothing to show in a part of a page: what was looked for, then the next step. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="px-5 py-10 text-center">
      <p className="font-strong">{title}</p>
      {children && <p className="mx-auto mt-1 max-w-[520px] text-12 text-ink-3">{children}</p>}
      {actions && <div className="mt-3 flex justify-center gap-2">{actions}</div>}
    </div>
  );
}

interface BlankPageProps {
  readonly mark: ReactNode;
  readonly title: string;
  readonly lead: ReactNode;
  readonly children?: ReactNode;
}

/** A page without its content: first run, not allowed, not found. */
export function BlankPage({ mark, title, lead, children }: BlankPageProps) {
  return (
    <div className="grid flex-1 place-items-center px-5 py-16">
      <div className="w-[640px] max-w-full">
        {mark}
        <h1 className="mt-4 mb-1 text-22 tracking-[-0.018em]">{title}</h1>
        <p className="mb-6 text-14 text-ink-2">{lead}</p>
        {children}
      </div>
    </div>
  );
}

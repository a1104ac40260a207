import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

interface PanelProps {
  readonly title: ReactNode;
  /** Beside the title, in grey: a count, a source, since when. */
  readonly note?: ReactNode;
  /** At the right end of the head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** 16 px inside; leave out for tables and lines that reach the edge. */
  readonly padded?: boolean;
}

/** A box with a 40 px head. */
export function Panel({ title, note, actions, children, className, padded = false }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classNames("min-w-0 rounded-3 border border-line bg-surface", className)}>
      <div className="flex h-10 items-center gap-2 border-b border-line pr-3 pl-4">
        <h2 id={id} className="whitespace-nowrap">
          {title}
        </h2>
        <span className="num min-w-0 truncate text-12 text-ink-3">{note}</span>
        <span className="flex-1" />
        {actions}
      </div>
      {padded ? <div className="p-4">{children}</div> : children}
    </section>
  );
}

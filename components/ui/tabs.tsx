"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

export interface LinkTab {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  /** Current also on pages below it. */
  readonly deep?: boolean;
}

/** The 36 px row of tabs under an object's head. Each is a page with an address. */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="flex h-9 gap-5 overflow-x-auto border-b border-line px-5 [scrollbar-width:none]">
      {tabs.map((tab) => {
        const current = path === tab.href || (tab.deep === true && path.startsWith(`${tab.href}/`));
        return (
          <Link
            key={tab.href}
            href={tab.href as Route}
            aria-current={current ? "page" : undefined}
            className={`flex items-center gap-1.5 border-y-2 border-transparent font-medium whitespace-nowrap hover:text-ink hover:no-underline focus-visible:-outline-offset-2 ${
              current ? "border-b-accent-ink text-ink" : "text-ink-2"
            }`}
          >
            {tab.label}
            {tab.count !== undefined && <span className="num text-12 font-normal text-ink-3">{tab.count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

"use client";
import type { Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Key } from "../ui/key.tsx";
import { LiveMark } from "./live-mark.tsx";
import { openPalette } from "./palette-state.ts";
import { switchTheme } from "./theme.ts";

export interface Crumb {
  readonly label: string;
  /** Absent on the last one. */
  readonly href?: string;
}

interface BarProps {
  readonly crumbs: readonly Crumb[];
  /** Instead of the live mark, such as «Draft kept in this browser». */
  readonly status?: ReactNode;
  /** Set where the page has no `h1` of its own: the last crumb is its title. */
  readonly titled?: boolean;
}

/** The top of every page: where it is, whether it is live, search, theme. */
export function Bar({ crumbs, status, titled = false }: BarProps) {
  return (
    <div className="flex h-12 flex-none items-center gap-3 border-b border-line px-5">
      <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-1.5 whitespace-nowrap text-ink-3">
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.label + (crumb.href ?? "")}>
            {index > 0 && <Icon name="chevron-right" size={12} />}
            <BarCrumb crumb={crumb} last={index === crumbs.length - 1} titled={titled} />
          </Fragment>
        ))}
      </nav>
      <span className="flex-1" />
      {status === undefined ? <LiveMark /> : <span className="text-12 text-ink-3 max-wide:hidden">{status}</span>}
      <button
        type="button"
        onClick={openPalette}
        className="flex h-7 w-52 items-center gap-2 rounded-2 border border-line-strong bg-inset px-2 text-ink-3 focus-visible:rounded-2 max-wide:hidden"
      >
        <Icon name="search" size={14} />
        <span className="flex-1 text-left">Go to or search</span>
        <Key>/</Key>
      </button>
      <Button kind="ghost" icon="theme" iconOnly onClick={switchTheme} title="Light or dark (t)">
        Switch theme
      </Button>
    </div>
  );
}

interface BarCrumbProps {
  readonly crumb: Crumb;
  readonly last: boolean;
  readonly titled: boolean;
}

function BarCrumb({ crumb, last, titled }: BarCrumbProps) {
  if (last && titled) return <h1 className="truncate text-14 text-ink">{crumb.label}</h1>;
  if (last || crumb.href === undefined) {
    return (
      <b aria-current={last ? "page" : undefined} className="truncate font-strong text-ink">
        {crumb.label}
      </b>
    );
  }
  return (
    <Link href={crumb.href as Route} className="truncate text-ink-2">
      {crumb.label}
    </Link>
  );
}

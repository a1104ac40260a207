"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Key } from "../ui/key.tsx";
import { Logo } from "../ui/logo.tsx";
import { ContextHealth } from "./context-health.tsx";
import { type Place, places, settings } from "./places.ts";
import { useCounts } from "./use-counts.ts";

const item =
  "flex h-7 items-center gap-[9px] rounded-2 px-2 font-medium text-ink-2 hover:bg-hover hover:no-underline focus-visible:rounded-2 aria-[current]:bg-selected aria-[current]:text-ink max-wide:justify-center max-wide:px-0";

interface ItemContentProps {
  readonly icon: IconName;
  readonly label: string;
  readonly end?: ReactNode;
}

function ItemContent({ icon, label, end }: ItemContentProps) {
  return (
    <>
      <Icon name={icon} />
      <span className="max-wide:sr-only">{label}</span>
      {end !== undefined && <span className="num ml-auto text-12 font-normal text-ink-3 max-wide:hidden">{end}</span>}
    </>
  );
}

function NavigationLink({ place, count }: { readonly place: Place; readonly count?: number | undefined }) {
  const path = usePathname();
  const current = path === place.href || path.startsWith(`${place.href}/`);
  return (
    <Link href={place.href as Route} title={place.label} aria-current={current ? "page" : undefined} className={item}>
      <ItemContent icon={place.icon} label={place.label} {...(count !== undefined && { end: count })} />
    </Link>
  );
}

interface NavigationProps {
  readonly onShowShortcuts: () => void;
}

/** The left column: where to go, the health of each context, who asks. 52 px with icons alone on narrow windows. */
export function Navigation({ onShowShortcuts }: NavigationProps) {
  const counts = useCounts();
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 flex h-screen w-52 flex-col gap-px overflow-y-auto px-2 pb-2 max-wide:w-13 max-wide:px-2"
    >
      <Link
        href={"/clusters" as Route}
        className="flex h-12 flex-none items-center gap-[9px] px-2 text-14 font-[650] tracking-[-0.02em] text-ink hover:no-underline max-wide:justify-center max-wide:px-0"
      >
        <Logo size={22} />
        <span className="max-wide:sr-only">Drey</span>
      </Link>
      {places.map((place) => (
        <NavigationLink key={place.href} place={place} count={counts[place.href]} />
      ))}
      <ContextHealth />
      <div className="mt-auto flex flex-col gap-px pt-4">
        <NavigationLink place={settings} />
        <button type="button" title="Keyboard shortcuts" onClick={onShowShortcuts} className={item}>
          <ItemContent icon="keyboard" label="Shortcuts" end={<Key>?</Key>} />
        </button>
        <div
          title="Your kubeconfig decides what you may do. There is no login."
          className="mt-2 flex items-center gap-[9px] border-t border-line px-2 pt-2.5 pb-1 text-12 text-ink-2 max-wide:justify-center max-wide:px-0"
        >
          <Icon name="person" />
          <span className="max-wide:sr-only">kubeconfig, no login</span>
        </div>
      </div>
    </nav>
  );
}

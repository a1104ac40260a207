"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Icon } from "../ui/icon.tsx";
import { Key } from "../ui/key.tsx";
import { closePalette, usePaletteOpen } from "./palette-state.ts";
import { places, settings } from "./places.ts";
import type { Target } from "./target.ts";
import { useTargets } from "./use-targets.ts";

const fixed: readonly Target[] = [
  { id: "new-cluster", label: "New cluster", icon: "plus", href: "/clusters/new", keys: ["c"] },
  ...places.map((place) => ({
    id: place.href,
    label: place.label,
    icon: place.icon,
    href: place.href,
    ...(place.key !== undefined && { keys: ["g", place.key] }),
  })),
  { id: settings.href, label: settings.label, icon: settings.icon, href: settings.href },
];

const MOST_SHOWN = 12;

/** Go to or search: places, then clusters. `/` opens it, arrows move, Enter goes. */
export function Palette() {
  const open = usePaletteOpen();
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && closePalette()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-20 bg-veil" />
        <BaseDialog.Popup
          aria-label="Go to or search"
          className="fixed top-[12vh] left-1/2 z-20 w-[560px] max-w-[calc(100vw-32px)] -translate-x-1/2 overflow-hidden rounded-4 border border-line-strong bg-raised text-ink shadow-dialog"
        >
          <Search />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function Search() {
  const router = useRouter();
  const [text, setText] = useState("");
  const found = useTargets();
  const targets = useMemo(() => [...fixed, ...found], [found]);
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return targets
      .filter((target) => `${target.label} ${target.note ?? ""}`.toLowerCase().includes(wanted))
      .slice(0, MOST_SHOWN);
  }, [targets, text]);
  const go = (target: Target) => {
    closePalette();
    router.push(target.href as Route);
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={shown}
      filter={null}
      autoHighlight="always"
      itemToStringValue={(target: Target) => target.label}
      value={text}
      onValueChange={(value, details) => details.reason !== "item-press" && setText(value)}
    >
      <div className="flex h-12 items-center gap-2.5 border-b border-line px-4">
        <Icon name="search" className="text-ink-3" />
        <Autocomplete.Input
          aria-label="Go to or search"
          placeholder="Go to or search"
          className="min-w-0 flex-1 bg-transparent text-14 outline-none"
        />
        <Key>Esc</Key>
      </div>
      <Autocomplete.Empty className="px-4 text-ink-3 not-empty:py-4">Nothing here is called that.</Autocomplete.Empty>
      <Autocomplete.List className="max-h-[60vh] overflow-y-auto p-1 empty:p-0">
        {(target: Target) => (
          <Autocomplete.Item
            key={target.id}
            value={target}
            onClick={() => go(target)}
            className="flex h-8 cursor-default items-center gap-2.5 rounded-1 px-3 outline-none select-none data-highlighted:bg-accent-tint"
          >
            <Icon name={target.icon} className="text-ink-2" />
            <span className="font-strong">{target.label}</span>
            <span className="min-w-0 flex-1 truncate text-12 text-ink-3">{target.note}</span>
            {target.keys?.map((key) => (
              <Key key={key}>{key}</Key>
            ))}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useLiveChannel } from "../client/live-channel.ts";
import { useShortcuts } from "../ui/keyboard.ts";
import { Navigation } from "./navigation.tsx";
import { Palette } from "./palette.tsx";
import { openPalette } from "./palette-state.ts";
import { places } from "./places.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { switchTheme } from "./theme.ts";

/** What every page stands in: navigation, keys, palette, the live channel. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const [keysShown, setKeysShown] = useState(false);
  useLiveChannel();
  useShortcuts("Everywhere", [
    { keys: "/", does: "Go to or search", run: openPalette },
    { keys: "t", does: "Light or dark", run: switchTheme },
    { keys: "?", does: "These keys", run: () => setKeysShown(true) },
    { keys: "c", does: "New cluster", run: () => router.push("/clusters/new" as Route) },
    ...places.flatMap((place) =>
      place.key === undefined
        ? []
        : [{ keys: `g ${place.key}`, does: place.label, run: () => router.push(place.href as Route) }],
    ),
  ]);
  return (
    <div className="grid min-h-screen grid-cols-[208px_minmax(0,1fr)] max-wide:grid-cols-[52px_minmax(0,1fr)]">
      <Navigation onShowShortcuts={() => setKeysShown(true)} />
      <main className="relative flex min-h-screen min-w-0 flex-col border-l border-line bg-surface">{children}</main>
      <Palette />
      <ShortcutsDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}

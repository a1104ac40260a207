"use client";
import { useSyncExternalStore } from "react";

let open = false;
const listeners = new Set<() => void>();

function become(next: boolean) {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens the palette, from the bar's field and from `/`. */
export const openPalette = () => become(true);
export const closePalette = () => become(false);

/** Whether the palette is over the page. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
    () => false,
  );
}

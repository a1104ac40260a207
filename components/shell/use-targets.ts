"use client";
import type { Target } from "./palette.tsx";

const none: readonly Target[] = [];

/** What the palette finds beside the fixed places. */
export function useTargets(): readonly Target[] {
  return none;
}

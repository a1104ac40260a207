"use client";

/** How many there are behind each place of the navigation, by its address; absent while it is not known. */
export function useCounts(): Readonly<Record<string, number | undefined>> {
  return {};
}

"use client";

const YEAR_MS = 31_536_000_000;

/** The cookie that the layout reads, so that nothing flashes. */
const keep = (theme: string) =>
  // Absent on plain http beyond this machine: the choice then lasts until the page is loaded anew.
  globalThis.cookieStore?.set({ name: "drey-theme", value: theme, path: "/", expires: Date.now() + YEAR_MS });

/** Switches between light and dark and remembers it for a year. */
export function switchTheme(): void {
  const root = document.documentElement;
  const shown = root.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = shown === "dark" ? "light" : "dark";
  root.dataset["theme"] = next;
  keep(next)?.catch(() => undefined);
}

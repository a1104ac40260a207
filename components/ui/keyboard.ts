"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Shortcut {
  /** One key (`j`, `Enter`, `?`), two after another (`g c`), or with Ctrl (`Ctrl Enter`). */
  readonly keys: string;
  /** What it does, for the list behind `?`. */
  readonly does: string;
  readonly run: () => void;
  /** Acts also while a field has focus: only `Ctrl Enter` and `Escape`. */
  readonly inFields?: boolean;
}

interface Group {
  readonly title: string;
  readonly shortcuts: () => readonly Shortcut[];
}

/** The later a part was put on the page, the nearer it is: its keys win. */
const groups: Group[] = [];
const listeners = new Set<() => void>();
let listed: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [];

const SECOND_KEY_MS = 1_200;
let first: { readonly key: string; readonly at: number } | undefined;

function changed() {
  listed = groups.map((group) => ({ title: group.title, shortcuts: group.shortcuts() }));
  for (const listener of listeners) listener();
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select, [role=combobox], [role=textbox]"));

/** Enter on a button or a link is theirs. */
const pressesItself = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("a, button, summary, [role=menu], [role=listbox]") !== null;

function find(keys: string): Shortcut | undefined {
  for (const group of groups.toReversed()) {
    const shortcut = group.shortcuts().find((candidate) => candidate.keys === keys);
    if (shortcut) return shortcut;
  }
  return undefined;
}

/** The keys of an event as they are written in `Shortcut.keys`, with the key pressed just before if it started a pair. */
export function keysOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">, before?: string): string {
  const key = event.key === " " ? "Space" : event.key;
  if (event.ctrlKey || event.metaKey) return `Ctrl ${key}`;
  return before === undefined ? key : `${before} ${key}`;
}

/** A dialog or menu is over the page: the page's keys rest until it closes. */
const isCovered = () =>
  document.querySelector(":is([role=dialog], [role=alertdialog], [role=menu])[data-open]") !== null;

/** The shortcut that this press completes, if any; remembers the press as the first of a pair otherwise. */
function completedBy(event: KeyboardEvent): Shortcut | undefined {
  const before = first && event.timeStamp - first.at < SECOND_KEY_MS ? first.key : undefined;
  first = undefined;
  const shortcut = (before && find(keysOf(event, before))) || find(keysOf(event));
  if (!shortcut && event.key.length === 1) first = { key: event.key, at: event.timeStamp };
  return shortcut;
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && pressesItself(event.target)) return;
  const rests = isField(event.target) || isCovered();
  const shortcut = rests ? find(keysOf(event)) : completedBy(event);
  if (!shortcut || (rests && !shortcut.inFields)) return;
  event.preventDefault();
  shortcut.run();
}

function add(group: Group): () => void {
  if (groups.length === 0) addEventListener("keydown", onKeyDown);
  groups.push(group);
  changed();
  return () => {
    groups.splice(groups.indexOf(group), 1);
    if (groups.length === 0) removeEventListener("keydown", onKeyDown);
    changed();
  };
}

/**
 * Lends keys to the page while the calling component is on it, listed under `title` behind `?`.
 *
 * No key acts while a field has focus, and none may destroy anything.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => add({ title, shortcuts: () => latest.current }), [title]);
}

/** All keys that act now, by group, for the list behind `?`. */
export function useListedShortcuts() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => listed,
    () => listed,
  );
}

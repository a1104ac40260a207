"use client";
import { type ReactNode, useId, useState } from "react";
import { Icon } from "../ui/icon.tsx";

export interface FacetItem {
  readonly value: string;
  readonly label: ReactNode;
  /** The whole name, where the label is short. */
  readonly title?: string;
  readonly count?: number | undefined;
  /** Instead of the count, such as «kept». */
  readonly note?: string | undefined;
  readonly isOn: boolean;
}

interface FacetProps {
  readonly title: string;
  readonly items: readonly FacetItem[];
  readonly onToggle: (value: string) => void;
  readonly onOnly: (value: string) => void;
  /** Undefined while nothing is left out. */
  readonly onAll: (() => void) | undefined;
}

const shownFirst = 12;

/** What a view may be narrowed to: each value with how many records it has, on or off. */
export function Facet({ title, items, onToggle, onOnly, onAll }: FacetProps) {
  const [isLong, setLong] = useState(false);
  const id = useId();
  const shown = isLong ? items : items.slice(0, shownFirst);
  return (
    <section aria-labelledby={id}>
      <div className="mb-1.5 flex items-center text-ink-2">
        <h2 id={id}>{title}</h2>
        {onAll && (
          <button type="button" onClick={onAll} className="ml-auto text-12 text-accent-ink hover:underline">
            all
          </button>
        )}
      </div>
      <ul>
        {shown.map((item) => (
          <FacetLine key={item.value} item={item} onToggle={onToggle} onOnly={onOnly} />
        ))}
      </ul>
      {items.length > shownFirst && (
        <button
          type="button"
          onClick={() => setLong(!isLong)}
          className="h-[26px] text-12 text-accent-ink hover:underline"
        >
          {isLong ? "fewer" : `${items.length - shownFirst} more`}
        </button>
      )}
    </section>
  );
}

interface FacetLineProps {
  readonly item: FacetItem;
  readonly onToggle: (value: string) => void;
  readonly onOnly: (value: string) => void;
}

function FacetLine({ item, onToggle, onOnly }: FacetLineProps) {
  const { value, label, title, count, note, isOn } = item;
  return (
    <li className="group flex h-[26px] items-center gap-2 text-12">
      <label className={`flex min-w-0 flex-1 items-center gap-2 ${isOn ? "text-ink-2" : "text-ink-3"}`} title={title}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => onToggle(value)}
          className="peer absolute size-3.5 opacity-0"
        />
        <span
          aria-hidden="true"
          className={`grid size-3.5 flex-none place-items-center rounded-[3px] border peer-focus-visible:outline-2 peer-focus-visible:outline-offset-1 peer-focus-visible:outline-accent-ink ${isOn ? "border-accent bg-accent text-on-solid" : "border-control bg-surface text-transparent"}`}
        >
          <Icon name="check" size={12} />
        </span>
        <span className="flex min-w-0 items-center gap-2 truncate">{label}</span>
      </label>
      <button
        type="button"
        onClick={() => onOnly(value)}
        className="hidden text-accent-ink group-focus-within:inline group-hover:inline hover:underline"
      >
        only<span className="sr-only"> {title ?? value}</span>
      </button>
      <span className="num text-ink-3 group-focus-within:hidden group-hover:hidden">
        {note ?? count?.toLocaleString("en-US") ?? ""}
      </span>
    </li>
  );
}

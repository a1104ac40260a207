"use client";
import type { ReactNode, RefObject } from "react";
import { Chip } from "../../ui/chip.tsx";
import { FilterField } from "../../ui/field.tsx";
import { FilterSelect } from "../../ui/select.tsx";
import { shapeOfWord } from "../job-state.tsx";
import type { Filter, GroupBy, stateCounts } from "./arrange.ts";

interface JobFiltersProps {
  readonly filter: Filter;
  readonly onFilter: (name: keyof Filter, value: string) => void;
  readonly groupBy?: GroupBy;
  readonly onGroupBy?: (value: GroupBy) => void;
  readonly counts: ReturnType<typeof stateCounts>;
  readonly textRef: RefObject<HTMLInputElement | null>;
  /** At the right end: what to do with those selected, or the page's primary. */
  readonly actions?: ReactNode;
}

const groupings = [
  { value: "cluster", label: "cluster" },
  { value: "namespace", label: "namespace" },
  { value: "state", label: "state" },
  { value: "none", label: "none" },
] as const;

/** Above the table: text, grouping, and a chip for each state that there is. */
export function JobFilters(props: JobFiltersProps) {
  const { filter, onFilter, groupBy, onGroupBy, counts, textRef, actions } = props;
  const press = (state: string) => onFilter("state", filter.state === state ? "" : state);
  const chip = (state: string, label: string, count: number) => (
    <Chip pressed={filter.state === state} onPress={() => press(state)} count={count}>
      {label}
    </Chip>
  );
  return (
    <>
      <div className="flex items-center gap-2 px-5 pt-3">
        <FilterField
          ref={textRef}
          label="Filter jobs by name, id, cluster or reason"
          placeholder="Name, cluster or reason"
          shortcut="f"
          className="w-75"
          value={filter.text}
          onChange={(event) => onFilter("text", event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        {groupBy && onGroupBy && (
          <span className="flex gap-2 max-wide:hidden">
            <FilterSelect label="Group" value={groupBy} onChange={onGroupBy} options={groupings} />
          </span>
        )}
        <span className="flex-1" />
        {actions}
      </div>
      <fieldset aria-label="Filter by state" className="flex flex-wrap items-center gap-1.5 px-5 pt-2.5 pb-3">
        {chip("", "All", counts.all)}
        {chip("living", "Not ended", counts.living)}
        {chip("attention", "Needs attention", counts.attention)}
        <span className="mx-1 h-4 w-px bg-line-strong" />
        {counts.states.map(([word, count]) => (
          <Chip
            key={word}
            shape={shapeOfWord(word)}
            pressed={filter.state === word}
            onPress={() => press(word)}
            count={count}
          >
            {word}
          </Chip>
        ))}
      </fieldset>
    </>
  );
}

"use client";
import type { RefObject } from "react";
import { ButtonLink } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { FilterField } from "../../ui/field.tsx";
import { FilterSelect } from "../../ui/select.tsx";
import { shapeOf } from "../cluster-state.tsx";
import type { Filter, stateCounts } from "./arrange.ts";

export type GroupBy = "context" | "namespace" | "none";

interface ListFiltersProps {
  readonly filter: Filter;
  readonly onFilter: (name: keyof Filter, value: string) => void;
  readonly groupBy: GroupBy;
  readonly onGroupBy: (value: GroupBy) => void;
  readonly namespaces: readonly string[];
  readonly counts: ReturnType<typeof stateCounts>;
  readonly textRef: RefObject<HTMLInputElement | null>;
}

const groupings = [
  { value: "context", label: "context" },
  { value: "namespace", label: "namespace" },
  { value: "none", label: "none" },
] as const;

/** Above the table: text, namespace, grouping, and a chip for each state that there is. */
export function ListFilters(props: ListFiltersProps) {
  const { filter, onFilter, groupBy, onGroupBy, namespaces, counts, textRef } = props;
  const press = (state: string) => onFilter("state", filter.state === state ? "" : state);
  return (
    <>
      <div className="flex items-center gap-2 px-5 pt-3">
        <FilterField
          ref={textRef}
          label="Filter clusters by name, label or reason"
          placeholder="Name, label or reason"
          shortcut="f"
          className="w-75"
          value={filter.text}
          onChange={(event) => onFilter("text", event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        <span className="flex gap-2 max-wide:hidden">
          <FilterSelect
            label="Namespace"
            value={filter.namespace}
            onChange={(value) => onFilter("namespace", value)}
            options={[{ value: "", label: "all" }, ...namespaces.map((name) => ({ value: name, label: name }))]}
          />
          <FilterSelect label="Group" value={groupBy} onChange={onGroupBy} options={groupings} />
        </span>
        <span className="flex-1" />
        <ButtonLink kind="primary" icon="plus" href="/clusters/new" keys={["c"]}>
          New cluster
        </ButtonLink>
      </div>
      <fieldset aria-label="Filter by state" className="flex flex-wrap items-center gap-1.5 px-5 pt-2.5 pb-3">
        <Chip pressed={filter.state === ""} onPress={() => onFilter("state", "")} count={counts.all}>
          All
        </Chip>
        <Chip pressed={filter.state === "attention"} onPress={() => press("attention")} count={counts.attention}>
          Needs attention
        </Chip>
        <span className="mx-1 h-4 w-px bg-line-strong" />
        {counts.states.map(([state, count]) => (
          <Chip
            key={state}
            shape={shapeOf(state)}
            pressed={filter.state === state}
            onPress={() => press(state)}
            count={count}
          >
            {state}
          </Chip>
        ))}
      </fieldset>
    </>
  );
}

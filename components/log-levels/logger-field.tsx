"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { useId } from "react";
import { FieldFrame, fieldBox } from "../ui/field.tsx";
import { floating, floatingItem } from "../ui/floating.ts";
import type { Suggestion } from "./level-words.ts";

const shownSuggestions = 60;

interface LoggerFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions: readonly Suggestion[];
  readonly error: string | undefined;
}

/** A logger's name: any may be typed; those of the file, those seen and well-known ones are offered. */
export function LoggerField({ value, onChange, suggestions, error }: LoggerFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label="Logger" error={error}>
      <Autocomplete.Root<Suggestion>
        value={value}
        onValueChange={(next) => onChange(next)}
        items={suggestions}
        itemToStringValue={({ logger }) => logger}
        limit={shownSuggestions}
        openOnInputClick
      >
        <span className={fieldBox({ big: true, mono: true, bad: error !== undefined })}>
          <Autocomplete.Input
            id={id}
            autoComplete="off"
            spellCheck={false}
            placeholder="root, or a class or package"
            aria-invalid={error !== undefined || undefined}
            aria-describedby={error === undefined ? undefined : `${id}-note`}
            className="min-w-0 flex-1 bg-transparent outline-none"
          />
        </span>
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} className="z-30 outline-none data-empty:hidden">
            <Autocomplete.Popup className={`${floating} max-h-72 w-(--anchor-width) overflow-y-auto`}>
              <Autocomplete.List>
                {(item: Suggestion) => (
                  <Autocomplete.Item key={item.logger} value={item} className={floatingItem}>
                    <span className="mono min-w-0 flex-1 truncate">{item.logger}</span>
                    <span className="max-w-48 truncate text-12 text-ink-3">{item.note}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </FieldFrame>
  );
}

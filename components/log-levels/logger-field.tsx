"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { type KeyboardEvent, useId, useState } from "react";
import { classNames } from "../ui/class-names.ts";
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

/**
 * A logger's name: any may be typed; those of the file, those seen and well-known ones are offered.
 *
 * The list stands in the dialog itself: in a portal it would hide the rest of the dialog from readers while it is open.
 */
export function LoggerField({ value, onChange, suggestions, error }: LoggerFieldProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    // The first Esc closes the list, the next one the dialog.
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <FieldFrame id={id} label="Logger" error={error}>
      <Autocomplete.Root<Suggestion>
        inline
        open
        value={value}
        onValueChange={(next, { reason }) => {
          onChange(next);
          setOpen(reason !== "item-press");
        }}
        items={suggestions}
        itemToStringValue={({ logger }) => logger}
        limit={shownSuggestions}
      >
        <div className="relative">
          <span className={fieldBox({ big: true, mono: true, bad: error !== undefined })}>
            <Autocomplete.Input
              id={id}
              autoComplete="off"
              spellCheck={false}
              placeholder="root, or a class or package"
              aria-invalid={error !== undefined || undefined}
              aria-describedby={error === undefined ? undefined : `${id}-note`}
              onKeyDown={onKeyDown}
              onClick={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              className="min-w-0 flex-1 bg-transparent outline-none"
            />
          </span>
          {open && (
            <Autocomplete.List
              // Pressing an item must not take the focus away before it is chosen.
              onMouseDown={(event) => event.preventDefault()}
              className={classNames(floating, "absolute z-30 mt-1 max-h-72 w-full overflow-y-auto data-empty:hidden")}
            >
              {(item: Suggestion) => (
                <Autocomplete.Item key={item.logger} value={item} className={floatingItem}>
                  <span className="mono min-w-0 flex-1 truncate">{item.logger}</span>
                  <span className="max-w-48 truncate text-12 text-ink-3">{item.note}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          )}
        </div>
      </Autocomplete.Root>
    </FieldFrame>
  );
}

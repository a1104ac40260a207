"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { type KeyboardEvent, type Ref, useId, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldTexts, fieldBox } from "./field.tsx";
import { floating, floatingItem } from "./floating.ts";

export interface Suggested {
  readonly value: string;
  /** After the value, in grey. */
  readonly note?: string | undefined;
  /** A line below it. */
  readonly detail?: string | undefined;
}

interface SuggestFieldProps extends FieldTexts {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Those that fit what is typed, best first: the field does not choose among them. */
  readonly suggestions: readonly Suggested[];
  readonly placeholder?: string | undefined;
  readonly big?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/**
 * A text in the type of machines with completion: arrows and Enter take a suggestion, Esc closes the list, any other text
 * may be typed.
 *
 * The list stands beside the field: in a portal it would hide the rest of the page from readers while it is open.
 */
export function SuggestField(props: SuggestFieldProps) {
  const { label, labelHidden, help, error, value, onChange, onBlur, suggestions, placeholder, big = true, ref } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const highlighted = useRef<Suggested | undefined>(undefined);
  const choose = (item: Suggested) => {
    onChange(item.value);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setOpen(true);
    const { current } = highlighted;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && open && current) {
      event.preventDefault();
      choose(current);
    }
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(labelHidden && { labelHidden })}>
      <Autocomplete.Root<Suggested>
        inline
        open
        value={value}
        onValueChange={(next, { reason }) => {
          if (reason === "item-press") return;
          onChange(next);
          setOpen(true);
        }}
        onItemHighlighted={(item) => {
          highlighted.current = item;
        }}
        items={suggestions}
        filter={null}
        itemToStringValue={(item) => item.value}
      >
        <div className="relative">
          <span className={fieldBox({ big, mono: true, bad: error !== undefined })}>
            <Autocomplete.Input
              id={id}
              ref={ref}
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              onKeyDown={onKeyDown}
              onClick={() => setOpen(true)}
              onBlur={() => {
                setOpen(false);
                onBlur?.();
              }}
              aria-expanded={open && suggestions.length > 0}
              aria-invalid={error !== undefined || undefined}
              aria-describedby={(error ?? help) === undefined ? undefined : `${id}-note`}
              className="min-w-0 flex-1 bg-transparent outline-none"
            />
          </span>
          {open && <Suggestions onChoose={choose} />}
        </div>
      </Autocomplete.Root>
    </FieldFrame>
  );
}

function Suggestions({ onChoose }: { readonly onChoose: (item: Suggested) => void }) {
  return (
    <Autocomplete.List
      // Pressing an item must not take the focus away before it is chosen.
      onMouseDown={(event) => event.preventDefault()}
      className={classNames(
        floating,
        "absolute z-30 mt-1 max-h-80 w-max max-w-[min(520px,80vw)] min-w-full overflow-y-auto data-empty:hidden",
      )}
    >
      {(item: Suggested) => (
        <Autocomplete.Item
          key={item.value}
          value={item}
          onClick={() => onChoose(item)}
          className={classNames(floatingItem, "py-1")}
        >
          <span className="min-w-0 flex-1">
            <span className="flex gap-4">
              <span className="mono min-w-0 flex-1 break-all">{item.value}</span>
              {item.note && <span className="text-12 whitespace-nowrap text-ink-3">{item.note}</span>}
            </span>
            {item.detail && <span className="block text-12 text-ink-2">{item.detail}</span>}
          </span>
        </Autocomplete.Item>
      )}
    </Autocomplete.List>
  );
}

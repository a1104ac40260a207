"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { type ReactNode, type Ref, useId } from "react";
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
  readonly name?: string;
  readonly big?: boolean;
  readonly trailing?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A text in the type of machines with completion: arrows and Enter take a suggestion, any other text may be typed. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, labelHidden, help, error, value, onChange, onBlur, suggestions, placeholder, name, big, ref } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(labelHidden && { labelHidden })}>
      <Autocomplete.Root<Suggested>
        value={value}
        onValueChange={(next) => onChange(next)}
        items={suggestions}
        filter={null}
        openOnInputClick
        itemToStringValue={(item) => item.value}
      >
        <span className={fieldBox({ big: big ?? true, mono: true, bad: error !== undefined })}>
          <Autocomplete.Input
            id={id}
            ref={ref}
            name={name}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            onBlur={onBlur}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={(error ?? help) === undefined ? undefined : `${id}-note`}
            className="min-w-0 flex-1 bg-transparent outline-none"
          />
          {props.trailing}
        </span>
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={4} align="start" className="z-30 outline-none">
            <Autocomplete.Popup
              className={classNames(
                floating,
                "max-h-80 max-w-[min(560px,90vw)] min-w-(--anchor-width) overflow-y-auto data-empty:hidden",
              )}
            >
              <Autocomplete.List>
                {(item: Suggested) => (
                  <Autocomplete.Item key={item.value} value={item} className={classNames(floatingItem, "py-1")}>
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
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </FieldFrame>
  );
}

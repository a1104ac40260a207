"use client";
import { Select as BaseSelect } from "@base-ui/react/select";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldTexts, fieldBox } from "./field.tsx";
import { floating, floatingItem } from "./floating.ts";
import { Icon } from "./icon.tsx";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Before the label, such as the shape of a context's health. */
  readonly mark?: ReactNode;
  /** After the label, in grey. */
  readonly note?: string;
}

interface SelectProps<Value extends string> {
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

function Popup<Value extends string>({ options }: { readonly options: readonly SelectOption<Value>[] }) {
  return (
    <BaseSelect.Portal>
      <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-30 outline-none">
        <BaseSelect.Popup
          className={classNames(floating, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto")}
        >
          {options.map((option) => (
            <BaseSelect.Item key={option.value} value={option.value} className={floatingItem}>
              {option.mark}
              <BaseSelect.ItemText className="flex-1 whitespace-nowrap">{option.label}</BaseSelect.ItemText>
              {option.note && <span className="pl-4 text-12 text-ink-3">{option.note}</span>}
              <span className="w-3.5 pl-1">
                <BaseSelect.ItemIndicator>
                  <Icon name="check" size={14} />
                </BaseSelect.ItemIndicator>
              </span>
            </BaseSelect.Item>
          ))}
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  );
}

/** A choice of many, with its label, help and error. */
export function SelectField<Value extends string>(props: SelectProps<Value> & FieldTexts) {
  const { label, labelHidden, help, error, value, onChange, options, placeholder = "Choose", disabled = false } = props;
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(labelHidden && { labelHidden })}>
      <BaseSelect.Root
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
        items={options}
        disabled={disabled}
      >
        <BaseSelect.Trigger
          id={id}
          aria-describedby={(error ?? help) === undefined ? undefined : `${id}-note`}
          aria-invalid={error !== undefined || undefined}
          className={classNames(
            fieldBox({ big: true, bad: error !== undefined }),
            "w-full text-left focus-visible:rounded-2 data-disabled:border-line data-disabled:bg-inset data-disabled:text-ink-3",
          )}
        >
          {chosen?.mark}
          <span className={classNames("flex-1 truncate", !chosen && "text-ink-3")}>{chosen?.label ?? placeholder}</span>
          <Icon name="chevron-down" size={14} className="text-ink-3" />
        </BaseSelect.Trigger>
        <Popup options={options} />
      </BaseSelect.Root>
    </FieldFrame>
  );
}

interface FilterSelectProps<Value extends string> extends SelectProps<Value> {
  /** Stands before the value: «Namespace: all». */
  readonly label: string;
}

/** The 28 px button above a table that opens a choice. */
export function FilterSelect<Value extends string>({ label, value, onChange, options }: FilterSelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <BaseSelect.Root value={value} onValueChange={(next) => next !== null && onChange(next)} items={options}>
      <BaseSelect.Trigger
        aria-label={label}
        className="inline-flex h-7 items-center gap-1.5 rounded-2 border border-line-strong bg-surface px-2.5 font-medium whitespace-nowrap transition-colors hover:bg-hover focus-visible:rounded-2"
      >
        {label}: {chosen?.label ?? value}
        <Icon name="chevron-down" size={14} className="text-ink-2" />
      </BaseSelect.Trigger>
      <Popup options={options} />
    </BaseSelect.Root>
  );
}

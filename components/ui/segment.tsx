"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface SegmentProps<Value extends string> {
  /** Its name for readers. */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  /** Fills the form's width, 28 px high. */
  readonly wide?: boolean;
}

/** A choice of two to five, all in sight. Arrow keys move it. */
export function Segment<Value extends string>({ label, value, onChange, options, wide = false }: SegmentProps<Value>) {
  return (
    <RadioGroup<Value>
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next)}
      className={classNames("gap-0.5 rounded-2 bg-selected p-0.5", wide ? "flex" : "inline-flex")}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          nativeButton
          render={<button type="button" />}
          className={classNames(
            "inline-flex items-center gap-1.5 rounded-[5px] px-2.5 text-12 font-medium whitespace-nowrap text-ink-2 data-checked:bg-thumb data-checked:text-ink data-checked:ring-1 data-checked:ring-line-strong",
            wide ? "h-7 flex-1 justify-center" : "h-6",
          )}
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

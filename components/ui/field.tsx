"use client";
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Key } from "./key.tsx";
import { StateMark } from "./state-mark.tsx";

/** The box of everything that takes input; also used by selects and the search field. */
export function fieldBox(options: { readonly big?: boolean; readonly bad?: boolean; readonly mono?: boolean }): string {
  return classNames(
    "flex min-w-0 items-center gap-2 rounded-2 border bg-surface text-ink",
    "focus-within:border-accent-ink focus-within:ring-1 focus-within:ring-accent-ink",
    options.bad ? "border-bad-mark ring-1 ring-bad-mark" : "border-control",
    options.big ? "min-h-8 px-2.5" : "min-h-7 px-2",
    options.mono && "mono",
  );
}

export interface FieldTexts {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong and what would be right. Stands instead of the help. */
  readonly error?: string | undefined;
  /** For readers only, where the heading above already says it. */
  readonly labelHidden?: boolean;
}

interface FieldFrameProps extends FieldTexts {
  readonly id: string;
  readonly children: ReactNode;
}

/** Label above, help or error below. Give the control `id` and `aria-describedby={`${id}-note`}`. */
export function FieldFrame({ id, label, labelHidden = false, help, error, children }: FieldFrameProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1.5 block text-12 font-strong"}>
        {label}
      </label>
      {children}
      {(error ?? help) !== undefined && (
        <p
          id={`${id}-note`}
          className={classNames("mt-1.5 text-12", error ? "flex gap-1.5 text-bad-ink" : "text-ink-3")}
        >
          {error && <StateMark shape="failing" className="mt-0.5" />}
          {error ?? help}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<"input">, "size" | "id"> {
  readonly big?: boolean;
  readonly mono?: boolean;
  /** At the end of the box, such as «free» or a unit. */
  readonly trailing?: ReactNode;
}

/** One line of text with its label, help and error. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, help, error, big = true, mono = false, trailing, className, ...input } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(labelHidden && { labelHidden })}>
      <span className={classNames(fieldBox({ big, mono, bad: error !== undefined }), className)}>
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={(error ?? help) === undefined ? undefined : `${id}-note`}
          className="min-w-0 flex-1 bg-transparent outline-none"
        />
        {trailing}
      </span>
    </FieldFrame>
  );
}

interface TextAreaFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<"textarea">, "id"> {}

/** Several lines, in the type of machines: YAML, arguments, a pasted command. */
export function TextAreaField({ label, labelHidden, help, error, className, ...area }: TextAreaFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} help={help} error={error} {...(labelHidden && { labelHidden })}>
      <span className={fieldBox({ mono: true, bad: error !== undefined })}>
        <textarea
          autoComplete="off"
          spellCheck={false}
          rows={4}
          {...area}
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={(error ?? help) === undefined ? undefined : `${id}-note`}
          className={classNames("min-w-0 flex-1 resize-y bg-transparent py-1 outline-none", className)}
        />
      </span>
    </FieldFrame>
  );
}

interface FilterFieldProps extends Omit<ComponentPropsWithRef<"input">, "size" | "id"> {
  /** Its name for readers. */
  readonly label: string;
  readonly icon?: IconName;
  /** The key that puts the cursor here. */
  readonly shortcut?: string;
}

/** The 28 px field above a table: icon, text, the key that leads here. */
export function FilterField({ label, icon = "search", shortcut, className, ...input }: FilterFieldProps) {
  return (
    <span className={classNames(fieldBox({}), className)}>
      <Icon name={icon} size={14} className="text-ink-3" />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        {...input}
        aria-label={label}
        className="min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {shortcut && <Key>{shortcut}</Key>}
    </span>
  );
}

"use client";
import { type RefObject, useDeferredValue, useMemo } from "react";
import { Button } from "../../../ui/button.tsx";
import { SuggestField } from "../../../ui/suggest-field.tsx";
import { fieldOfOption, type OptionRow } from "../draft.ts";
import { findOptions, type KnownOptions, keyNote, typeWords, valueProblem, valuesOf } from "./known-options.ts";

const mostSuggestions = 40;

interface OptionLineProps {
  readonly row: OptionRow;
  readonly known: KnownOptions | undefined;
  /** What the preview says of it. */
  readonly error: string | undefined;
  readonly onChange: (row: OptionRow) => void;
  readonly onRemove: () => void;
  readonly keyRef?: RefObject<HTMLInputElement | null>;
}

/** One free option: its key and value by completion, and what there is to know about it. */
export function OptionLine({ row, known, error, onChange, onRemove, keyRef }: OptionLineProps) {
  const typed = useDeferredValue(row.key);
  const suggestions = useMemo(() => {
    const found = known ? findOptions(known, typed, mostSuggestions) : [];
    return found.map((option) => ({ value: option.key, note: typeWords(option), detail: option.description }));
  }, [known, typed]);
  const key = row.key.trim();
  const option = known?.byKey.get(key) ?? known?.byOldKey.get(key);
  const values = valuesOf(option).map((value) => ({ value }));
  return (
    <div className="grid grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_28px] items-start gap-x-2 gap-y-1">
      <SuggestField
        labelHidden
        big={false}
        label="Option"
        placeholder="state.backend.type"
        value={row.key}
        error={error}
        suggestions={suggestions}
        onChange={(next) => onChange({ ...row, key: next })}
        {...(keyRef && { ref: keyRef })}
      />
      <SuggestField
        labelHidden
        big={false}
        label={`Value of ${key || "the option"}`}
        placeholder={option?.default || "value"}
        value={row.value}
        error={valueProblem(option, row.value)}
        suggestions={values}
        onChange={(value) => onChange({ ...row, value })}
      />
      <Button kind="ghost" icon="close" iconOnly onClick={onRemove}>
        {`Remove ${key || "the option"}`}
      </Button>
      {known && <KeyWords known={known} optionKey={key} onRename={(to) => onChange({ ...row, key: to })} />}
    </div>
  );
}

interface KeyWordsProps {
  readonly known: KnownOptions;
  readonly optionKey: string;
  readonly onRename: (key: string) => void;
}

const linkStyle = "text-accent-ink underline";

function KeyWords({ known, optionKey, onRename }: KeyWordsProps) {
  const note = keyNote(known, optionKey);
  const field = fieldOfOption(optionKey);
  if (note === undefined) return null;
  return (
    <p className="col-span-2 text-12 text-ink-3">
      {field !== undefined && (
        <button type="button" className={linkStyle} onClick={() => focusField(field)}>
          It has a field of its own.
        </button>
      )}{" "}
      {note.kind === "known" && (
        <>
          {typeWords(note.option)}. {note.option.description} {note.option.deprecated && "Deprecated. "}
        </>
      )}
      {note.kind === "old" && (
        <>
          An older name.{" "}
          <button type="button" className={linkStyle} onClick={() => onRename(note.now)}>
            {`Use ${note.now}`}
          </button>{" "}
        </>
      )}
      {note.kind === "unknown" ? (
        note.open ? (
          "Passed on as it is."
        ) : (
          "This Flink version knows no such option; it is passed on as it is."
        )
      ) : (
        <a className={linkStyle} href={note.href} target="_blank" rel="noopener noreferrer">
          Flink’s page
        </a>
      )}
    </p>
  );
}

function focusField(name: string) {
  document.querySelector<HTMLElement>(`form [name="${CSS.escape(name)}"]`)?.focus();
}

"use client";
import { useCallback, useDeferredValue, useMemo } from "react";
import { CodeEditor } from "../../../ui/code-editor/code-editor.tsx";
import type { CompletionsAt } from "../../../ui/code-editor/code-editor-types.ts";
import { fieldOfOption } from "../draft.ts";
import type { SortedIssues } from "../draft-issues.ts";
import { type DraftForm, FormSection } from "../form-parts.tsx";
import { useKnownOptions } from "../options/use-known-options.ts";
import type { KeptDraft } from "../use-draft.ts";
import { textOf, withText } from "./draft-text.ts";
import { textCompletions } from "./text-completions.ts";
import { textDiagnostics } from "./text-diagnostics.ts";

interface FormTextProps {
  readonly form: DraftForm & Pick<KeptDraft, "change">;
  readonly sorted: SortedIssues;
}

/** All options of the new cluster as the text of a config.yaml: the same that the form's fields say. */
export function FormText({ form, sorted }: FormTextProps) {
  const { draft, change } = form;
  const known = useKnownOptions(draft.flinkVersion);
  const text = useMemo(() => textOf(draft), [draft]);
  const restedText = useDeferredValue(text);
  const diagnostics = useMemo(() => {
    const refused = (key: string) => {
      const field = fieldOfOption(key);
      return sorted.options.get(key) ?? (field === undefined ? undefined : sorted.fields.get(field));
    };
    return textDiagnostics(restedText, known, refused);
  }, [restedText, known, sorted]);
  const completions = useCallback<CompletionsAt>(
    (whole, offset, asked) => known && textCompletions(known, whole, offset, asked),
    [known],
  );
  return (
    <FormSection title="Options" note="as in config.yaml">
      <CodeEditor
        label="Options as text"
        labelHidden
        language="yaml"
        lines={[16, 40]}
        value={text}
        onChange={(next) => change((before) => withText(before, next))}
        completions={completions}
        diagnostics={diagnostics}
        help="Comments and order stay as they are when you go back to the form."
      />
    </FormSection>
  );
}

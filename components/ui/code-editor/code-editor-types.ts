import type { FieldTexts } from "../field.tsx";

/** What a line of an editor carries beside its text. Lines count from 1. */
export interface LineMark {
  readonly line: number;
  /** Colours the edge and the word. */
  readonly family: "plain" | "wait" | "bad" | "info" | "ok";
  /** Stands behind the line's text: a mark never speaks by colour alone. */
  readonly word: string;
  /** The whole sentence, on hover. */
  readonly title?: string;
}

/** Something to say about a line, or about some columns of it. */
export interface CodeDiagnostic {
  readonly line: number;
  /** From and to, counted from 0; without them the whole line is meant. */
  readonly columns?: readonly [from: number, to: number];
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
}

export interface CodeCompletion {
  readonly label: string;
  /** Beside the label, in grey: a type, a default. */
  readonly detail?: string | undefined;
  /** A sentence in a box beside the list. */
  readonly info?: string | undefined;
  /** What is written instead of the label. */
  readonly apply?: string | undefined;
  readonly kind: "key" | "value";
}

export interface CodeCompletions {
  /** Where the text begins that a completion replaces, as an offset into the whole text. */
  readonly from: number;
  readonly options: readonly CodeCompletion[];
}

/**
 * What may stand at an offset into the text. `asked` says that the person pressed Ctrl Space; otherwise answer only where
 * something was begun, or a list opens at every blank.
 */
export type CompletionsAt = (
  text: string,
  offset: number,
  asked: boolean,
) => CodeCompletions | undefined | Promise<CodeCompletions | undefined>;

export type CodeLanguage = "yaml" | "properties" | "xml";

export interface CodeEditorProps extends FieldTexts {
  readonly value: string;
  /** Called with the whole text on each change. Set `value` to it at once: an older value would undo what is typed. */
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  readonly language: CodeLanguage;
  readonly readOnly?: boolean;
  /** Height in lines: it grows between the two, then scrolls. */
  readonly lines?: readonly [least: number, most: number];
  readonly completions?: CompletionsAt;
  readonly diagnostics?: readonly CodeDiagnostic[];
  readonly marks?: readonly LineMark[];
}

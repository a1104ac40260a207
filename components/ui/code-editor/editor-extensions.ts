import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { CompletionsAt } from "./code-editor-types.ts";
import { completionSource } from "./editor-completions.ts";
import { lineMarks } from "./editor-marks.ts";
import { editorTheme } from "./editor-theme.ts";

/** What follows the properties of the component. */
export const changing = new Compartment();

interface EditorEvents {
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly completionsAt: CompletionsAt;
}

/** What every editor has. */
export function baseExtensions({ onChange, onBlur, completionsAt }: EditorEvents): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(2),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [completionSource(completionsAt)], icons: false, maxRenderedOptions: 60 }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    lineMarks,
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      // Ctrl Enter sends the form around the editor.
      ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
      ...historyKeymap,
      ...searchKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    editorTheme,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({
      blur: onBlur,
      keydown: (event) => {
        // Escape is the way out of the editor, by Tab; a dialog around it is not to close.
        if (event.key === "Escape") event.stopPropagation();
      },
    }),
    changing.of([]),
  ];
}

/** How readers name and describe the text. */
export function attributesOf(labelledBy: string, describedBy: string, invalid: boolean): Extension {
  return EditorView.contentAttributes.of({
    "aria-labelledby": labelledBy,
    "aria-describedby": describedBy,
    ...(invalid && { "aria-invalid": "true" }),
  });
}

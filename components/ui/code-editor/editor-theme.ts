import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const families = ["wait", "bad", "info", "ok"] as const;

/** Edge and word of the marked lines. */
const marks = Object.fromEntries(
  families.flatMap((family) => [
    [`.drey-line-${family}`, { boxShadow: `inset 2px 0 0 var(--${family}-mark)` }],
    [
      `.drey-mark-${family}`,
      {
        color: `var(--${family}-ink)`,
        backgroundColor: `var(--${family}-tint)`,
        borderColor: `var(--${family}-line)`,
      },
    ],
  ]),
);

const underlined = (color: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${color}`,
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});

/** By tokens, which know light from dark themselves. */
const look = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)", fontSize: "12px" },
  "&.cm-focused": { outline: "none" },
  // It grows with its text up to the height that `CodeEditor` sets, then scrolls.
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "20px", overflow: "auto", maxHeight: "var(--most)" },
  ".cm-content": { caretColor: "var(--ink)", padding: "4px 0", minHeight: "var(--least)" },
  ".cm-line": { padding: "0 12px 0 6px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-3)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "32px", padding: "0 4px 0 8px" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--hover)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--accent-line)",
  },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--mark)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selected)", outline: "none" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-tint)" },
  ".cm-lintRange-error": underlined("var(--bad-mark)"),
  ".cm-lintRange-warning": underlined("var(--wait-mark)"),
  ".cm-lintRange-info": underlined("var(--info-mark)"),
  ".drey-mark": {
    marginLeft: "16px",
    padding: "0 5px",
    border: "1px solid var(--line)",
    borderRadius: "4px",
    fontFamily: "var(--font-sans)",
    fontSize: "11px",
    color: "var(--ink-2)",
    backgroundColor: "var(--inset)",
    userSelect: "none",
  },
  ".drey-line-plain": { boxShadow: "inset 2px 0 0 var(--line-strong)" },
  ...marks,
  ".cm-tooltip": {
    border: "1px solid var(--line-strong)",
    borderRadius: "8px",
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    boxShadow: "var(--float)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font-mono)",
    fontSize: "12px",
    maxHeight: "260px",
    borderRadius: "7px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", lineHeight: "18px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent-tint)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { marginLeft: "12px", fontStyle: "normal", color: "var(--ink-3)" },
  ".cm-completionInfo": {
    maxWidth: "320px",
    padding: "8px 10px",
    fontFamily: "var(--font-sans)",
    fontSize: "12px",
    whiteSpace: "pre-line",
  },
  ".cm-diagnostic": { padding: "6px 10px", fontFamily: "var(--font-sans)", fontSize: "12px", whiteSpace: "pre-line" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--bad-mark)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--wait-mark)" },
  ".cm-diagnostic-info": { borderLeft: "3px solid var(--info-mark)" },
  ".cm-panels": { backgroundColor: "var(--inset)", color: "var(--ink)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-textfield, .cm-button": {
    border: "1px solid var(--control)",
    borderRadius: "6px",
    background: "var(--surface)",
    color: "var(--ink)",
    fontSize: "12px",
  },
});

/** Quiet like the rest of the console: keys recede, values stand, comments are grey. */
const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.attributeName], color: "var(--ink-2)" },
  { tag: [tags.tagName, tags.labelName], color: "var(--ink-2)" },
  { tag: [tags.comment, tags.meta], color: "var(--ink-3)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--ink-3)" },
  { tag: tags.invalid, color: "var(--bad-ink)" },
]);

export const editorTheme: Extension = [look, syntaxHighlighting(highlight)];

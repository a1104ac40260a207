import { type EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { LineMark } from "./code-editor-types.ts";

/** Says which marks the lines carry from now on. */
export const setLineMarks = StateEffect.define<readonly LineMark[]>();

class MarkWord extends WidgetType {
  readonly mark: LineMark;
  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }
  override eq(other: MarkWord): boolean {
    const { family, word, title } = this.mark;
    return family === other.mark.family && word === other.mark.word && title === other.mark.title;
  }
  override toDOM(): HTMLElement {
    const span = document.createElement("span");
    span.className = `drey-mark drey-mark-${this.mark.family}`;
    span.textContent = this.mark.word;
    if (this.mark.title !== undefined) span.title = this.mark.title;
    return span;
  }
}

function decorationsOf(marks: readonly LineMark[], { doc }: EditorState): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const inOrder = marks.filter(({ line }) => line >= 1 && line <= doc.lines).toSorted((a, b) => a.line - b.line);
  let before = 0;
  for (const mark of inOrder) {
    const line = doc.line(mark.line);
    if (mark.line !== before) {
      builder.add(line.from, line.from, Decoration.line({ class: `drey-line drey-line-${mark.family}` }));
      // Two marks of one line: the words follow each other.
    }
    builder.add(line.to, line.to, Decoration.widget({ widget: new MarkWord(mark), side: 1 }));
    before = mark.line;
  }
  return builder.finish();
}

/** The marks at their lines; between two settings they move with the text. */
export const lineMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(setLineMarks));
    return set ? decorationsOf(set.value, transaction.state) : decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

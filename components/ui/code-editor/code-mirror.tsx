"use client";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import type { CodeEditorProps } from "./code-editor-types.ts";
import { changesTo, diagnosticsIn } from "./document-changes.ts";
import { attributesOf, baseExtensions, changing } from "./editor-extensions.ts";
import { languageExtension } from "./editor-languages.ts";
import { setLineMarks } from "./editor-marks.ts";

interface CodeMirrorProps extends Omit<CodeEditorProps, "label" | "labelHidden" | "help" | "error" | "lines"> {
  readonly readOnly: boolean;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly invalid: boolean;
  /** Least and most, in pixels. */
  readonly heights: readonly [least: number, most: number];
}

const none: readonly never[] = [];

/** Pages let styles in by nonce; Next's own scripts carry the one of this page. */
const nonceOfPage = () => document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";

/** The editor itself. Loaded lazily by `CodeEditor`, which is what pages use. */
export function CodeMirror(props: CodeMirrorProps) {
  const { value, marks = none, diagnostics = none, language, readOnly, invalid, labelledBy, describedBy } = props;
  const [least, most] = props.heights;
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  const latest = useRef(props);
  /** What was told by `onChange` last: coming back as `value` it is no news. */
  const told = useRef(value);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (host.current === null) return;
    told.current = latest.current.value;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          EditorView.cspNonce.of(nonceOfPage()),
          baseExtensions({
            onChange: (text) => {
              told.current = text;
              latest.current.onChange?.(text);
            },
            onBlur: () => latest.current.onBlur?.(),
            completionsAt: (text, offset, asked) => latest.current.completions?.(text, offset, asked),
          }),
        ],
      }),
    });
    setView(made);
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const heights = EditorView.editorAttributes.of({ style: `--least:${least}px;--most:${most}px` });
    const attributes = attributesOf(labelledBy, describedBy, invalid);
    const extensions = [languageExtension(language), EditorState.readOnly.of(readOnly), heights, attributes];
    view?.dispatch({ effects: changing.reconfigure(extensions) });
  }, [view, language, readOnly, least, most, labelledBy, describedBy, invalid]);

  useEffect(() => {
    if (!view || value === told.current) return;
    told.current = value;
    const changes = changesTo(view.state.doc.toString(), value);
    if (changes) view.dispatch({ changes });
  }, [view, value]);

  useEffect(() => {
    view?.dispatch({ effects: setLineMarks.of(marks) });
  }, [view, marks]);

  useEffect(() => {
    view?.dispatch(setDiagnostics(view.state, diagnosticsIn(view.state.doc, diagnostics)));
  }, [view, diagnostics]);

  return <div ref={host} className="min-w-0 flex-1 self-stretch" />;
}

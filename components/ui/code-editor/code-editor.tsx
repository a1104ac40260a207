"use client";
import dynamic from "next/dynamic";
import { useId } from "react";
import { classNames } from "../class-names.ts";
import { fieldBox } from "../field.tsx";
import { StateMark } from "../state-mark.tsx";
import type { CodeEditorProps } from "./code-editor-types.ts";

const LINE_PX = 20;
const EDGES_PX = 10;

/** CodeMirror comes only with the first editor that is shown. */
const CodeMirror = dynamic(() => import("./code-mirror.tsx").then((module) => module.CodeMirror), { ssr: false });

/**
 * A text of several lines with numbers, completion (Ctrl Space), search (Ctrl F), and errors at their lines.
 *
 * Tab indents; Escape and then Tab leaves the editor.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { label, labelHidden = false, help, error, lines = [6, 24], readOnly = false, ...editor } = props;
  const id = useId();
  const note = error ?? help;
  const [least, most] = lines.map((count) => count * LINE_PX + EDGES_PX);
  return (
    <div className="min-w-0">
      <span id={`${id}-label`} className={labelHidden ? "sr-only" : "mb-1.5 block text-12 font-strong"}>
        {label}
      </span>
      <div
        className={classNames(fieldBox({ mono: true, bad: error !== undefined }), "overflow-hidden px-0!")}
        style={{ minHeight: least }}
      >
        <CodeMirror
          {...editor}
          readOnly={readOnly}
          labelledBy={`${id}-label`}
          describedBy={`${id}-keys${note === undefined ? "" : ` ${id}-note`}`}
          invalid={error !== undefined}
          heights={[least ?? 0, most ?? 0]}
        />
      </div>
      <span id={`${id}-keys`} className="sr-only">
        {readOnly ? "Cannot be changed." : "Tab indents. Escape, then Tab leaves the editor. Ctrl Space completes."}
      </span>
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={classNames("mt-1.5 text-12", error ? "flex gap-1.5 text-bad-ink" : "text-ink-3")}
        >
          {error && <StateMark shape="failing" className="mt-0.5" />}
          {note}
        </p>
      )}
    </div>
  );
}

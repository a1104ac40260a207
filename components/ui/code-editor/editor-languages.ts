import { yaml } from "@codemirror/lang-yaml";
import { StreamLanguage } from "@codemirror/language";
import { properties } from "@codemirror/legacy-modes/mode/properties";
import { xml } from "@codemirror/legacy-modes/mode/xml";
import type { Extension } from "@codemirror/state";
import type { CodeLanguage } from "./code-editor-types.ts";

export function languageExtension(language: CodeLanguage): Extension {
  if (language === "yaml") return yaml();
  return StreamLanguage.define(language === "xml" ? xml : properties);
}

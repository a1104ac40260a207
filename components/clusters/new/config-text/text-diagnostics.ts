import type { CodeDiagnostic } from "../../../ui/code-editor/code-editor-types.ts";
import { type KnownOptions, keyNote, valueProblem } from "../options/known-options.ts";
import { readConfig } from "./read-config.ts";

/**
 * What there is to say about the lines of a config text: what can't be read, what the preview refuses, values that do not
 * fit their option, keys with a newer name and keys that the version does not know.
 */
export function textDiagnostics(
  text: string,
  known: KnownOptions | undefined,
  refused: (key: string) => string | undefined,
): CodeDiagnostic[] {
  const { leaves, problems } = readConfig(text);
  const broken = problems.map(({ line, message }) => ({ line, message, severity: "error" as const }));
  const about = leaves.flatMap(({ key, value, line }): CodeDiagnostic[] => {
    const error = refused(key) ?? (known && valueProblem(known.byKey.get(key), value));
    if (error !== undefined) return [{ line, message: error, severity: "error" }];
    const note = known && keyNote(known, key);
    if (note?.kind === "old") return [{ line, message: `The key is ${note.now} now.`, severity: "warning" }];
    if (note?.kind !== "unknown" || note.open) return [];
    return [{ line, message: `This Flink version knows no ${key}.`, severity: "info" }];
  });
  return [...broken, ...about];
}

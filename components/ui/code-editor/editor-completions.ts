import type { CompletionSource } from "@codemirror/autocomplete";
import type { CompletionsAt } from "./code-editor-types.ts";

/** The page's completions, as CodeMirror asks for them. */
export function completionSource(completionsAt: CompletionsAt): CompletionSource {
  return async ({ state, pos, explicit, aborted }) => {
    const found = await completionsAt(state.doc.toString(), pos, explicit);
    if (aborted || found === undefined || found.options.length === 0) return null;
    return {
      from: found.from,
      options: found.options.map(({ label, detail, info, apply, kind }) => ({
        label,
        type: kind === "key" ? "property" : "constant",
        ...(detail !== undefined && { detail }),
        ...(info !== undefined && { info }),
        ...(apply !== undefined && { apply }),
      })),
      validFor: /^[\w./$-]*$/,
    };
  };
}

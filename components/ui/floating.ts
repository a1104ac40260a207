/** What floats over the page: menus, the list of a select, completions. */
export const floating =
  "rounded-3 border border-line-strong bg-raised p-1 text-ink shadow-float outline-none transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0";

/** One line of it. */
export const floatingItem =
  "flex min-h-7 cursor-default items-center gap-2 rounded-1 px-2 outline-none select-none data-highlighted:bg-accent-tint data-disabled:text-ink-3";

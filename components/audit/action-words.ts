/** `log-level.change` as words: «Change log level». */
export function actionWords(action: string): string {
  const [thing = action, verb] = action.split(".", 2);
  const words = (verb === undefined ? thing : `${verb} ${thing}`).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What changed, on one line: `INFO → DEBUG`. Undefined when the entry says neither. */
export function changeText(entry: {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}): string | undefined {
  if (entry.before === undefined && entry.after === undefined) return undefined;
  return `${oneLine(entry.before)} → ${oneLine(entry.after)}`;
}

const oneLine = (text: string | undefined): string =>
  text === undefined ? "nothing" : text.trim().replaceAll(/\s+/g, " ").slice(0, 120);

const keyPattern = /^(\s*(?:- )?[\w.$/"'-]+:)(\s.*)?$/;

/** Rendering is cut here; the copy has all. */
const MOST_LINES = 2_000;

interface YamlLine {
  readonly number: number;
  readonly key: string;
  readonly rest: string;
}

function linesOf(yaml: string): YamlLine[] {
  return yaml
    .trimEnd()
    .split("\n")
    .slice(0, MOST_LINES)
    .map((line, index) => {
      const [, key = "", rest = ""] = keyPattern.exec(line) ?? [];
      return { number: index + 1, key, rest: key === "" ? line : rest };
    });
}

/** An object as numbered YAML, keys quieter than values. */
export function YamlLines({ yaml }: { readonly yaml: string }) {
  return (
    <ol className="py-2">
      {linesOf(yaml).map(({ number, key, rest }) => (
        <li key={number} className="mono grid grid-cols-[44px_minmax(0,1fr)] whitespace-pre">
          <span aria-hidden="true" className="pr-3 text-right text-ink-3 select-none">
            {number}
          </span>
          <span className="overflow-hidden text-ellipsis">
            <span className="text-ink-2">{key}</span>
            {rest}
          </span>
        </li>
      ))}
    </ol>
  );
}

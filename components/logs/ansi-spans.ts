/** A run of text in one look. Colours are the names of tokens, never what the program asked for in numbers. */
export interface AnsiSpan {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  readonly className: string;
}

const esc = "\u001b";
const sequence = new RegExp(
  [
    `${esc}\\[([0-9;:]*)m`,
    `${esc}\\[[0-?]*[ -/]*[@-~]`,
    `${esc}\\][^\\u0007${esc}]*(?:\\u0007|${esc}\\\\|$)`,
    `${esc}[@-Z\\\\^_]`,
  ].join("|"),
  "g",
);

/** Eight colours, the bright ones alike: black and white are the ink itself, so that both themes can be read. */
const colours: readonly string[] = [
  "text-ink-2",
  "text-bad-ink",
  "text-ok-ink",
  "text-wait-ink",
  "text-info-ink",
  "text-job-c-ink",
  "text-job-b-ink",
  "text-ink",
];

interface Look {
  readonly colour: string;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly underlined: boolean;
}

const plain: Look = { colour: "", bold: false, faint: false, underlined: false };

/** Parts text at its terminal sequences: colours and weights become looks, all other sequences are left out. */
export function ansiSpans(text: string): readonly AnsiSpan[] {
  if (!text.includes(esc)) return [{ at: 0, text, className: "" }];
  const spans: AnsiSpan[] = [];
  let look = plain;
  let at = 0;
  const push = (end: number) => {
    if (end > at) spans.push({ at, text: text.slice(at, end), className: classOf(look) });
  };
  for (const match of text.matchAll(sequence)) {
    push(match.index);
    at = match.index + match[0].length;
    if (match[1] !== undefined) look = applied(look, match[1].split(/[;:]/).map(Number));
  }
  push(text.length);
  return spans;
}

function classOf({ colour, bold, faint, underlined }: Look): string {
  return [colour, bold && "font-semibold", faint && "text-ink-3", underlined && "underline"].filter(Boolean).join(" ");
}

/** What each code changes. */
const changes = new Map<number, Partial<Look>>([
  [0, plain],
  [1, { bold: true }],
  [2, { faint: true }],
  [4, { underlined: true }],
  [22, { bold: false, faint: false }],
  [24, { underlined: false }],
  [39, { colour: "" }],
  ...colours.flatMap((colour, index): [number, Partial<Look>][] => [
    [30 + index, { colour }],
    [90 + index, { colour }],
  ]),
]);

function applied(before: Look, codes: readonly number[]): Look {
  let look = before;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    if (code === 38 || code === 48)
      index += codes[index + 1] === 5 ? 2 : 4; // 256 colours and RGB are not taken
    else look = { ...look, ...changes.get(code) };
  }
  return look;
}

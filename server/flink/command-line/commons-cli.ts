/**
 * The option grammar of Apache Commons CLI's `DefaultParser`, which Flink's commands use: `-p 3`, `-p3`, `-p=3`,
 * `--parallelism=3`, `--par 3`, `-Dk=v`, `-D k=v`. The first token that is no option ends the options.
 */

/** One option: its short name, its long one, and how many values it takes. */
export interface CliOption {
  readonly short: string;
  readonly long?: string;
  readonly values: 0 | 1 | 2 | "any";
}

export interface CliLine {
  /** Values of each use of an option, by its short name, in order. */
  readonly uses: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** What follows the options. */
  readonly rest: readonly string[];
}

export class CliError extends Error {
  override readonly name = "CliError";
}

/** @throws CliError for an option without its value and an abbreviation that fits several options */
export function parseOptions(options: readonly CliOption[], tokens: readonly string[]): CliLine {
  const parser = new Parser(options);
  for (const token of tokens) parser.take(token);
  return parser.end();
}

class Parser {
  readonly #options: readonly CliOption[];
  readonly #uses = new Map<string, string[][]>();
  readonly #rest: string[] = [];
  #optionsEnded = false;
  /** The option that may still take values. */
  #open: { option: CliOption; values: string[] } | undefined;

  constructor(options: readonly CliOption[]) {
    this.#options = options;
  }

  take(token: string): void {
    if (this.#optionsEnded) this.#rest.push(token);
    else if (token === "--") this.#optionsEnded = true;
    else if (this.#open && this.#isValue(token)) this.#addValue(withoutQuotes(token));
    else if (token.startsWith("--")) this.#takeLong(token);
    else if (token.startsWith("-") && token !== "-") this.#takeShort(token);
    else this.#takeUnknown(token);
    if (this.#open && !acceptsMore(this.#open)) this.#open = undefined;
  }

  end(): CliLine {
    this.#checkOpen();
    return { uses: this.#uses, rest: this.#rest };
  }

  #begin(option: CliOption): void {
    this.#checkOpen();
    const values: string[] = [];
    this.#uses.set(option.short, [...(this.#uses.get(option.short) ?? []), values]);
    this.#open = option.values === 0 ? undefined : { option, values };
  }

  #checkOpen(): void {
    // One that is still open lacks a value, except where any number will do.
    if (this.#open && (this.#open.option.values !== "any" || this.#open.values.length === 0)) {
      throw new CliError(`Missing argument for option: ${this.#open.option.short}`);
    }
  }

  /** A pair `key=value` in one token is two values. */
  #addValue(text: string): void {
    const open = this.#open;
    if (!open) return;
    const equals = open.option.values === 2 && open.values.length === 0 ? text.indexOf("=") : -1;
    if (equals < 0) open.values.push(text);
    else open.values.push(text.slice(0, equals), text.slice(equals + 1));
  }

  #beginWith(option: CliOption, ...values: string[]): void {
    this.#begin(option);
    for (const value of values) this.#addValue(value);
    this.#open = undefined;
  }

  #takeUnknown(token: string): void {
    this.#rest.push(token);
    this.#optionsEnded = true;
  }

  #takeLong(token: string): void {
    const equals = token.indexOf("=");
    const name = equals < 0 ? token.slice(2) : token.slice(2, equals);
    const matching = this.#matchingLong(name);
    const [option] = matching;
    if (matching.length > 1) {
      const names = matching.map(({ long }) => `'${long}'`).join(", ");
      throw new CliError(`Ambiguous option: '--${name}' (could be: ${names})`);
    }
    if (!option || (equals >= 0 && option.values === 0)) this.#takeUnknown(token);
    else if (equals < 0) this.#begin(option);
    else this.#beginWith(option, token.slice(equals + 1));
  }

  #takeShort(token: string): void {
    const text = token.slice(1);
    const equals = text.indexOf("=");
    if (equals >= 0) {
      this.#takeShortWithEquals(token, text.slice(0, equals), text.slice(equals + 1));
      return;
    }
    const exact = this.#short(text);
    const prefix = this.#longPrefix(text);
    const property = this.#property(text);
    if (exact) this.#begin(exact);
    else if (text.length === 1) this.#takeUnknown(token);
    else if (this.#matchingLong(text).length > 0) this.#takeLong(`-${token}`);
    else if (prefix?.long && prefix.values !== 0) this.#beginWith(prefix, text.slice(prefix.long.length));
    else if (property) this.#beginWith(property, text.slice(1));
    else this.#takeConcatenated(token);
  }

  #takeShortWithEquals(token: string, name: string, value: string): void {
    const single = name.length === 1 ? this.#short(name) : undefined;
    const property = this.#property(name);
    if (single && single.values !== 0) this.#beginWith(single, value);
    else if (name.length === 1) this.#takeUnknown(token);
    else if (property) this.#beginWith(property, name.slice(1), value);
    else this.#takeLong(`-${token}`);
  }

  /** `-nd` is `-n -d`, and `-ds PATH` ends with the option that takes a value. */
  #takeConcatenated(token: string): void {
    for (let at = 1; at < token.length; at++) {
      const option = this.#short(token.charAt(at));
      if (option) this.#begin(option);
      else this.#takeUnknown(at > 1 ? token.slice(at) : token);
      if (option && this.#open && at + 1 < token.length) this.#addValue(token.slice(at + 1));
      if (option?.values !== 0) return;
    }
  }

  #isValue(token: string): boolean {
    return !this.#isOption(token) || !Number.isNaN(Number(token || Number.NaN));
  }

  #isOption(token: string): boolean {
    if (!token.startsWith("-") || token.length === 1) return false;
    const name = token.replace(/^--?/, "").split("=", 1)[0] ?? "";
    if (this.#matchingLong(name).length > 0) return true;
    if (token.startsWith("--")) return false;
    return this.#short(name) !== undefined || this.#short(name.charAt(0)) !== undefined || !!this.#longPrefix(name);
  }

  #short(name: string): CliOption | undefined {
    return this.#options.find(({ short }) => short === name);
  }

  #matchingLong(name: string): readonly CliOption[] {
    const exact = this.#options.filter(({ long }) => long === name);
    if (exact.length > 0) return exact;
    return this.#options.filter(({ long }) => long?.startsWith(name));
  }

  /** A long option with its value right behind it. */
  #longPrefix(text: string): CliOption | undefined {
    return this.#options
      .filter(
        ({ long }) => long !== undefined && long.length > 1 && long.length < text.length - 1 && text.startsWith(long),
      )
      .sort((a, b) => (b.long?.length ?? 0) - (a.long?.length ?? 0))[0];
  }

  #property(text: string): CliOption | undefined {
    const option = this.#short(text.charAt(0));
    return option && (option.values === 2 || option.values === "any") ? option : undefined;
  }
}

function acceptsMore({ option, values }: { option: CliOption; values: readonly string[] }): boolean {
  return option.values === "any" || values.length < option.values;
}

function withoutQuotes(text: string): string {
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"') && !text.slice(1, -1).includes('"');
  return quoted ? text.slice(1, -1) : text;
}

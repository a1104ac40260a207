import { setTimeout as sleep } from "node:timers/promises";
import { type LogCursor, mainContainer, type StreamRecord, streamItem } from "../../server/logs/schema.ts";
import { printItem } from "./print-item.ts";

const retryMs = 1_000;

/** Opens the stream, after the lines that were seen; throws a sentence where it is refused. */
export type OpenStream = (after: readonly LogCursor[]) => Promise<AsyncIterable<Uint8Array>>;

/** Could not be reached: worth another try while following. */
export class ConsoleAway extends Error {}

export interface Printing {
  /** Resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  /** Tells what is no line of a log. */
  readonly say: (sentence: string) => void;
}

/**
 * Prints a stream; while following, goes on after the last lines seen when it breaks off. Answers 1 when it ended with a
 * problem; throws when the stream can't be had.
 */
export async function followStream(open: OpenStream, follow: boolean, printing: Printing): Promise<number> {
  const printer = new StreamPrinter(printing);
  await printer.print(await open([]));
  let isAway = false;
  while (printer.end === "broken") {
    if (!follow) throw new ConsoleAway("the stream broke off before its end");
    if (!isAway) printing.say("the console is away; going on once it answers");
    await sleep(retryMs);
    const bytes = await open(printer.seen).catch(undefinedWhileAway);
    isAway = bytes === undefined;
    if (bytes !== undefined) await printer.print(bytes);
  }
  return printer.end === "ended" ? 0 : 1;
}

function undefinedWhileAway(error: unknown): undefined {
  if (!(error instanceof ConsoleAway)) throw error;
}

/** Prints one stream after another and remembers the last line of each container. */
class StreamPrinter {
  readonly #printing: Printing;
  readonly #seen = new Map<string, LogCursor>();
  end: "ended" | "problem" | "broken" = "broken";

  constructor(printing: Printing) {
    this.#printing = printing;
  }

  get seen(): LogCursor[] {
    return [...this.#seen.values()];
  }

  async print(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of untilBroken(bytes)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      const text = lines.map((line) => this.#take(JSON.parse(line))).join("");
      if (text !== "") await this.#printing.write(text);
    }
  }

  #take(value: unknown): string {
    const item = streamItem.safeParse(value).data;
    if (item === undefined) this.end = "problem";
    if (item?.type === "end") this.end = "ended";
    if (item?.type === "record") this.#remember(item);
    return printItem(value);
  }

  #remember({ pod, container, at, nth, last }: StreamRecord): void {
    const cursor = { pod, ...(container !== undefined && { container }), ...(last ?? { at, nth }) };
    this.#seen.set(`${pod}/${container ?? mainContainer}`, cursor);
  }
}

/** A connection that breaks ends the chunks. */
async function* untilBroken(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    return;
  }
}

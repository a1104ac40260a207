import { ConsoleError } from "../../errors.ts";
import type { FlinkRestDoor } from "../../flink-rest/flink-rest-door.ts";

/** What a JobManager answered, not read yet. It must be read or let go, or its connection stays open. */
export type Forwarded = Awaited<ReturnType<FlinkRestDoor["forward"]>>;

export const mediaTypeOf = ({ headers }: Forwarded): string => headers["content-type"] ?? "no media type";

export const isRedirect = ({ status }: Forwarded): boolean => status >= 300 && status < 400;

/** The failure of an answer that may not be passed on. Lets the answer go. */
export async function refuse(answer: Forwarded, only: string): Promise<ConsoleError> {
  await answer.body[Symbol.asyncIterator]().return?.();
  const what = isRedirect(answer) ? "a redirect" : mediaTypeOf(answer).slice(0, 100);
  return new ConsoleError({
    kind: "flink-rejected",
    detail: `The JobManager answered ${what}; only ${only} is passed on.`,
  });
}

/** The chunks as they come; throws `too-large` beyond the limit. */
export async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  what: string,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new ConsoleError({ kind: "too-large", what, limit: `${limit / (1024 * 1024)} MiB` });
    yield chunk;
  }
}

/** Pulled one chunk at a time: who stops reading stops the JobManager's answer. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

import { ConsoleError } from "../errors.ts";

/** The most that a JSON body may hold. A pod template and a log4j file are tens of KiB. */
export const bodyLimitBytes = 2 * 1024 * 1024;

/**
 * Reads a request's JSON body. Bytes are counted while they arrive, so that a body without a length is bounded as well.
 *
 * No body at all is `{}`. Throws `media-type-refused`, `too-large` or `request-invalid`.
 */
export async function readJsonBody(request: Request, limitBytes = bodyLimitBytes): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const bytes = await readBounded(request.body, limitBytes);
  if (bytes.length === 0) return {};
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (mediaType !== "application/json") {
    throw new ConsoleError({
      kind: "media-type-refused",
      mediaType: mediaType === "" ? "without a media type" : mediaType,
      wanted: "application/json",
    });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Without the cause: its message quotes the body.
    const issue = { code: "not-json", detail: "The body is not JSON in UTF-8." };
    throw new ConsoleError({ kind: "request-invalid", issues: [issue] });
  }
}

async function readBounded(body: ReadableStream<Uint8Array> | null, limitBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by a throw cancels the stream: the rest is not read.
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const tooLarge = (limitBytes: number): ConsoleError =>
  new ConsoleError({ kind: "too-large", what: "The request's body", limit: `${limitBytes / 1024} KiB` });

/**
 * Files of Flink's web UI by their extension, with the media type that we answer: a JobManager does not say what a
 * browser takes its bytes for.
 */
const mediaTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  mp3: "audio/mpeg",
  png: "image/png",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: "text/plain; charset=utf-8",
  woff: "font/woff",
  woff2: "font/woff2",
};

const file = /^\/(?:assets\/(?:[\w-][\w.-]*\/)*)?[\w-][\w.-]*\.([a-z0-9]+)$/;
const maxLength = 300;

/** The media type of a file of the web UI; undefined when the path, still encoded, names none. */
export function flinkUiFileType(raw: string): string | undefined {
  if (raw.length > maxLength) return undefined;
  const extension = file.exec(raw)?.[1] ?? "";
  return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
}

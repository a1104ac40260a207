import { Refusal } from "../issue-collector.ts";

/** Characters that Java's URI takes nowhere, and `%` that starts no escape. */
const illegal = /[\s<>"{}|\\^`[\]]|%(?![0-9a-fA-F]{2})/;
const scheme = /^([a-zA-Z][-+.a-zA-Z0-9]*):/;
/** Nothing but a scheme. */
const empty = /^(?:[a-zA-Z][-+.a-zA-Z0-9]*:)?(?:\/\/)?$/;
/** Schemes for which Java has a URL handler. */
const urlSchemes = ["file", "http", "https", "jar", "ftp", "jrt", "jmod", "mailto"];

export const schemeOf = (uri: string): string | undefined => scheme.exec(uri)?.[1];

/**
 * The URI of a jar as Flink writes it: as given where it has a scheme, else `file:` and the path.
 *
 * Flink: PackagedProgramUtils.resolveURI.
 * @throws Refusal for what Java can't parse, and for relative paths: here is no folder to which they would relate
 */
export function jarUri(text: string): string {
  const field = "application.jarUri";
  if (illegal.test(text) || empty.test(text)) {
    throw new Refusal({ field, code: "jar-uri-invalid", detail: `'${text}' is not a URI.` });
  }
  if (schemeOf(text) !== undefined) return text;
  if (text.startsWith("/")) return `file:${text.replace(/\/+/g, "/").replace(/[%#?]/g, encodeURIComponent)}`;
  throw new Refusal({
    field,
    code: "jar-uri-relative",
    detail: `'${text}' is neither a URI such as local:///opt/flink/usrlib/job.jar nor an absolute path.`,
  });
}

/**
 * A class path entry as Java prints the URL.
 *
 * Flink: ProgramOptions, by java.net.URL.
 * @throws Refusal for schemes that Java has no handler for, `local` among them
 */
export function classpathUrl(text: string): string {
  const name = schemeOf(text)?.toLowerCase();
  if (name === undefined || !urlSchemes.includes(name) || (name === "jar" && !text.includes("!/"))) {
    throw new Refusal({
      field: "application.classpaths",
      code: "classpath-invalid",
      detail: `Bad syntax for classpath: ${text}`,
    });
  }
  // An empty host leaves no trace.
  return text
    .trim()
    .replace(/^[^:]+:/, `${name}:`)
    .replace(/^file:\/\/(?=\/|$)/, "file:");
}

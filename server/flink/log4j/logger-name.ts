const part = /^[\p{L}\p{N}_$][\p{L}\p{N}_$-]*$/u;

/**
 * Why a name can't be that of a logger to add, or null. Frameworks take any text; what is no dotted name of parts is a
 * slip: a blank, an empty part, a path, a property's key.
 */
export function loggerNameIssue(name: string): string | null {
  if (name === "") return "A logger's name is missing.";
  if (/\s/.test(name)) return "A logger's name has no blanks.";
  if (name.split(".").includes("")) return "Two dots, or a dot at an end, leave a part of the name empty.";
  if (/\.(level|name)$/.test(name) && name.startsWith("logger.")) return "This is a key of the file, not a logger.";
  const odd = name.split(".").find((each) => !part.test(each));
  return odd === undefined ? null : `«${odd}» is not a part of a logger's name: letters, digits, _, $ and - are.`;
}

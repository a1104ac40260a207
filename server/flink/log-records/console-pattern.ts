/**
 * The pattern by which a cluster's containers print to their console, from its own logging files; undefined when the
 * file has none (another layout, or no console appender).
 *
 * `name` decides the syntax: `log4j-console.properties` is log4j2 properties, `logback-console.xml` is logback XML.
 */
export function consolePattern(name: string, text: string): string | undefined {
  return name.endsWith(".xml") ? logbackPattern(text) : log4jPattern(text);
}

function log4jPattern(text: string): string | undefined {
  const properties = new Map(
    text
      .replaceAll(/\\\r?\n[ \t]*/g, "") // a line that ends in a backslash goes on in the next
      .split(/\r?\n/)
      .map((line) => /^\s*(appender\.[^\s=:]+)\s*[=:]\s*(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, key = "", value = ""]) => [key, unescaped(value)]),
  );
  for (const [key, value] of properties) {
    if (!/^appender\.[^.]+\.type$/.test(key) || value.trim().toLowerCase() !== "console") continue;
    return properties.get(key.replace(/type$/, "layout.pattern"));
  }
  return undefined;
}

/** Java properties: a backslash takes the next character as it is, and log4j's own `\\` comes through as one. */
function unescaped(value: string): string {
  return value.replaceAll(/\\(.)/g, (_, char: string) => ({ t: "\t", n: "\n", r: "\r" })[char] ?? char);
}

function logbackPattern(text: string): string | undefined {
  const appender = /<appender\b[^>]*ConsoleAppender"[^>]*>([\s\S]*?)<\/appender>/.exec(text)?.[1];
  const pattern = /<pattern>([\s\S]*?)<\/pattern>/.exec(appender ?? "")?.[1]?.trim();
  return pattern?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

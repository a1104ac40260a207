import descriptions from "./descriptions.generated.json" with { type: "json" };

const texts: Readonly<Record<string, string>> = descriptions;

/** What an option does, in Flink's own words of the newest version that has it. Apart: the texts are large. */
export function describeOption(key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

import { z } from "zod";
import { override, timestamp } from "../log-level-view.schema.ts";

/**
 * The annotation of the ConfigMap that holds what was changed and what it was before. It is written in the same request
 * as the file, so neither is ever there without the other; the loss of the console's store loses nothing.
 */
export const overridesAnnotation = "drey.dev/log-levels";

/** Put on pods, so that their kubelets look at the ConfigMap at once. */
export const touchedAnnotation = "drey.dev/log-levels-changed-at";

const keptOverride = override.extend({
  /** The file that was changed. */
  file: z.string(),
  /** The level just before, which an override of an override has not in `was`: lines tell the two apart. */
  before: z.string(),
  /** What brings the former bytes back; see `FormerText`. */
  former: z.record(z.string(), z.string().nullable()),
});

const change = z.object({
  at: timestamp,
  by: z.string(),
  loggers: z.array(z.object({ logger: z.string(), from: z.string(), to: z.string() })),
});

const keptOverrides = z.object({
  version: z.literal(1),
  overrides: z.record(z.string(), keptOverride),
  /** The last change, a revert included. */
  change: change.optional(),
  /** When the file was first told to be read again: pods started before do not. */
  reloadSince: timestamp.optional(),
});

export type KeptOverride = z.infer<typeof keptOverride>;
export type KeptOverrides = z.infer<typeof keptOverrides>;
export type LevelChange = z.infer<typeof change>;

const none: KeptOverrides = { version: 1, overrides: {} };

/** The annotation's content. What a person has garbled by hand counts as no overrides. */
export function overridesOf(annotations: Readonly<Record<string, string>> | undefined): KeptOverrides {
  const text = annotations?.[overridesAnnotation];
  if (text === undefined) return none;
  try {
    return keptOverrides.safeParse(JSON.parse(text)).data ?? none;
  } catch {
    return none;
  }
}

/** Loggers whose time is over. */
export function endedLoggers(kept: KeptOverrides, now: Date): string[] {
  return Object.entries(kept.overrides)
    .filter(([, { until }]) => until !== undefined && Date.parse(until) <= now.getTime())
    .map(([logger]) => logger);
}

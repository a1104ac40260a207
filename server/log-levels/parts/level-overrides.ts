import { z } from "zod";
import { override, timestamp } from "../log-level-view.schema.ts";

/**
 * The annotation of the ConfigMap that holds what was changed and what it was before. It is written in the same request
 * as the file, so neither is ever there without the other; the loss of the console's store loses nothing. The store has
 * the same once more, for when somebody removes the annotation (decision 0070).
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
  /** Levels set, levels taken back, or the whole file written. */
  kind: z.enum(["set", "revert", "file"]).optional(),
  reason: z.string().optional(),
  until: timestamp.optional(),
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

export const noOverrides: KeptOverrides = { version: 1, overrides: {} };

export const keptOf = (value: unknown): KeptOverrides | undefined => keptOverrides.safeParse(value).data;

export const changeOf = (value: unknown): LevelChange | undefined => change.safeParse(value).data;

/** The annotation's content; undefined where it is missing or was garbled by hand. */
export function annotatedOverrides(annotations: Readonly<Record<string, string>> | undefined) {
  const text = annotations?.[overridesAnnotation];
  if (text === undefined) return undefined;
  try {
    return keptOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** When the first of them is to be ended; undefined where none has an end. */
export function nextEnd({ overrides }: KeptOverrides): Date | undefined {
  const ends = Object.values(overrides).flatMap(({ until }) => (until === undefined ? [] : [Date.parse(until)]));
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}

/** Loggers whose time is over. */
export function endedLoggers(kept: KeptOverrides, now: Date): string[] {
  return Object.entries(kept.overrides)
    .filter(([, { until }]) => until !== undefined && Date.parse(until) <= now.getTime())
    .map(([logger]) => logger);
}

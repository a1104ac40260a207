import { ConsoleError, type Issue } from "../../errors.ts";
import { loggerNameIssue } from "../../flink/log4j/logger-name.ts";
import { effectiveLevel, type LoggingFile } from "../../flink/log4j/logging-file.ts";
import type { LoggingInMap } from "./cluster-logging.ts";
import type { KeptOverride, KeptOverrides, LevelChange } from "./level-overrides.ts";
import {
  levelsOf,
  readLoggingFile,
  restoreLevelIn,
  setLevelIn,
  toInner,
  toOuter,
  writtenLevel,
} from "./logging-syntax.ts";
import type { NextLogging } from "./write-logging.ts";

export interface WantedLevel {
  readonly logger: string;
  readonly level: string;
}

/** Who changes levels, when, until when and why. */
export interface ChangeNote {
  readonly by: string;
  readonly at: string;
  readonly until?: string | undefined;
  readonly reason?: string | undefined;
}

export interface EditedLogging extends NextLogging {
  readonly change: LevelChange;
}

const mostOverrides = 200;

/** Everything that is wrong with the wanted levels, each at its place in the request. */
export function wantedIssues(file: LoggingFile, wanted: readonly WantedLevel[]): Issue[] {
  const levels = levelsOf(file);
  return wanted.flatMap(({ logger, level }, n) => {
    const inFile = file.loggers.some(({ name }) => name === toInner(logger));
    const nameDetail = logger === "root" || inFile ? null : loggerNameIssue(logger);
    const twice = wanted.findIndex((other) => other.logger === logger) !== n;
    return [
      ...(nameDetail === null ? [] : [{ field: `changes.${n}.logger`, code: "logger-name", detail: nameDetail }]),
      ...(levelIn(levels, level) === undefined
        ? [
            {
              field: `changes.${n}.level`,
              code: "level",
              detail: `«${level}» is not a level. Levels are ${levels.join(", ")}.`,
            },
          ]
        : []),
      ...(twice ? [{ field: `changes.${n}.logger`, code: "twice", detail: `${logger} is named twice.` }] : []),
    ];
  });
}

const levelIn = (levels: readonly string[], level: string) =>
  levels.find((each) => each.toUpperCase() === level.trim().toUpperCase());

/** Sets the levels in the text and notes what was there before. An override of an override keeps the first former. */
export function setLevels(current: LoggingInMap, wanted: readonly WantedLevel[], note: ChangeNote): EditedLogging {
  const levels = levelsOf(current.file);
  const overrides: Record<string, KeptOverride> = { ...current.kept.overrides };
  const loggers: LevelChange["loggers"] = [];
  let { text } = current;
  for (const { logger, level: asked } of wanted) {
    const level = levelIn(levels, asked) ?? asked;
    const from = effectiveLevel(current.file, toInner(logger)).level;
    const edit = readable(() => setLevelIn(current.syntax, text, toInner(logger), level));
    const earlier = stillInForce(current, logger);
    text = edit.text;
    overrides[logger] = {
      ...note,
      file: current.name,
      level,
      was: earlier?.was ?? from,
      before: from,
      former: earlier?.former ?? edit.former,
    };
    loggers.push({ logger, from, to: level });
  }
  if (Object.keys(overrides).length > mostOverrides) {
    throw new ConsoleError({ kind: "too-large", what: "The number of changed levels", limit: `${mostOverrides}` });
  }
  const change = { ...note, kind: "set" as const, loggers };
  return { text, kept: { ...current.kept, overrides, change }, change };
}

/** The override of a logger, unless somebody has written another level into the file since. */
function stillInForce({ kept, file, name }: LoggingInMap, logger: string): KeptOverride | undefined {
  const kept1 = kept.overrides[logger];
  return kept1 && kept1.file === name && writtenLevel(file, logger) === kept1.level ? kept1 : undefined;
}

export interface RevertedLogging extends EditedLogging {
  readonly reverted: readonly WantedLevel[];
  /** Somebody has changed these in the file since: what they wrote stays, the override is forgotten. */
  readonly keptAsChanged: readonly { readonly logger: string; readonly level: string | null }[];
}

/** Brings back what the file said before for these loggers, byte for byte where nobody else has touched their lines. */
export function revertLevels(
  current: LoggingInMap,
  loggers: readonly string[],
  note: Pick<ChangeNote, "by" | "at">,
): RevertedLogging {
  const overrides: Record<string, KeptOverride> = { ...current.kept.overrides };
  const undone: string[] = [];
  const keptAsChanged: { logger: string; level: string | null }[] = [];
  let { text } = current;
  for (const logger of loggers) {
    const override = stillInForce(current, logger);
    delete overrides[logger];
    if (override) {
      text = readable(() => restoreLevelIn(current.syntax, text, override.former));
      undone.push(logger);
    } else keptAsChanged.push({ logger, level: writtenLevel(current.file, logger) });
  }
  const after = readLoggingFile(current.syntax, text);
  const levelAfter = (logger: string) => effectiveLevel(after, toInner(logger)).level;
  const change = {
    ...note,
    kind: "revert" as const,
    loggers: undone.map((logger) => ({
      logger,
      from: effectiveLevel(current.file, toInner(logger)).level,
      to: levelAfter(logger),
    })),
  };
  const kept: KeptOverrides = {
    ...current.kept,
    overrides,
    ...(undone.length > 0 && { change }),
  };
  return {
    text,
    kept,
    change,
    reverted: undone.map((logger) => ({ logger, level: levelAfter(logger) })),
    keptAsChanged,
  };
}

/** What is left of the overrides under a new text of the whole file: those whose level still stands in it. */
export function keptAfter(current: LoggingInMap, text: string, note: Omit<ChangeNote, "until">): KeptOverrides {
  const after = readLoggingFile(current.syntax, text);
  const overrides = Object.fromEntries(
    Object.entries(current.kept.overrides).filter(([logger, { level }]) => writtenLevel(after, logger) === level),
  );
  const names = new Set([...current.file.loggers, ...after.loggers].map(({ name }) => name));
  const loggers = [...names]
    .map((name) => ({
      logger: toOuter(name),
      from: effectiveLevel(current.file, name).level,
      to: effectiveLevel(after, name).level,
    }))
    .filter(({ from, to }) => from !== to)
    .slice(0, mostOverrides);
  const reloads = current.file.reload.kind === "never" && after.reload.kind === "every";
  return {
    ...current.kept,
    overrides,
    change: { ...note, kind: "file", loggers },
    ...(reloads && { reloadSince: note.at }),
  };
}

/** A file that its framework can't read either has no loggers to set. */
function readable<T>(edit: () => T): T {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const detail = `The logging file can't be edited: ${error.message}. Correct it as a whole file.`;
    throw new ConsoleError({ kind: "not-possible-now", detail }, { cause: error });
  }
}

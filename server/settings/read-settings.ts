import type { Caller } from "../caller.ts";
import { env, parseEnv, settingMeanings } from "../env.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { version } from "../version.ts";
import type { readSettingsOperation } from "./schema.ts";

/** How this console was started. No setting is a secret. */
export async function readSettings(_request: unknown, caller: Caller): Promise<AnswerOf<typeof readSettingsOperation>> {
  const usual = parseEnv({});
  return {
    version,
    nodeVersion: process.version,
    startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    identity: caller.identity.name,
    contexts: [...caller.contexts],
    settings: settingMeanings.map(({ name, meaning }) => ({
      name,
      meaning,
      value: textOf(env[name]),
      usual: textOf(usual[name]),
    })),
  };
}

const textOf = (value: string | number | readonly string[] | undefined): string =>
  Array.isArray(value) ? value.join(", ") : String(value ?? "");

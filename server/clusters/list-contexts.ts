import type { Caller } from "../caller.ts";
import type { AnswerOf } from "../operation.schema.ts";
import { nativeSelector } from "./parts/cluster-objects.ts";
import { viewOf } from "./parts/see-context.ts";
import type { listContextsOperation } from "./schema.ts";

type Answer = AnswerOf<typeof listContextsOperation>;

const patienceMs = 1_500;

/** The contexts with their health. One that does not answer holds up nobody. */
export async function listContexts(_request: unknown, caller: Caller): Promise<Answer> {
  const contexts = await Promise.all(
    caller.contexts.map(async (context, index) => {
      const door = caller.kubernetes(context);
      const [seen, version] = await Promise.all([
        door.watchedSoon("Deployment", nativeSelector, patienceMs),
        withinPatience(door.version()),
      ]);
      const { defaultNamespace } = door;
      const known = version === undefined ? {} : { version };
      return { ...viewOf(context, seen), current: index === 0, defaultNamespace, ...known };
    }),
  );
  return { contexts };
}

async function withinPatience(version: Promise<string>): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patienceMs);
  const answer = await Promise.race([version.catch(() => undefined), promise]);
  clearTimeout(timer);
  return answer;
}

/**
 * The one value of that name in this process, made by the first who asks.
 *
 * Instrumentation and routes load different copies of a module, so a module's own variable is not one per process;
 * only `globalThis` is. `T` is a promise of the callers: one name, one type.
 */
export function processWide<T>(name: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`drey.${name}`);
  holder[key] ??= make();
  return holder[key];
}

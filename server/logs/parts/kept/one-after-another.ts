let before: Promise<unknown> = Promise.resolve();

/** Does a piece of work that takes much memory when no other one is under way in this process. */
export function oneAfterAnother<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = before.then(work);
  before = result.catch(() => undefined);
  return result;
}

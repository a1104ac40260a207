/** One version of a template: a spec with places to fill in. */
export interface SpecTemplate {
  readonly name: string;
  /** Counts from 1. */
  readonly version: number;
  readonly description: string;
  readonly who: string;
  readonly savedAt: Date;
  /** Spec and parameters as JSON. The store does not know Flink; who reads it parses it. */
  readonly content: unknown;
}

export interface SpecTemplates {
  /**
   * Adds the next version of that name. `after` is the newest version that was looked at, 0 for a new name: another one
   * that came in between is `changed-meanwhile`, a name that is taken `already-exists`.
   */
  add(
    template: Pick<SpecTemplate, "name" | "description" | "content"> & { readonly after: number },
  ): Promise<SpecTemplate>;
  /** The newest version of each name, by name, at most 500. */
  list(): Promise<SpecTemplate[]>;
  /** All versions of a name, the newest first, at most 500. Empty when there is none. */
  versions(name: string): Promise<SpecTemplate[]>;
  /** Deletes all versions of a name; false when there was none. */
  delete(name: string): Promise<boolean>;
}

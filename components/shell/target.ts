import type { IconName } from "../ui/icon.tsx";

export interface Target {
  readonly id: string;
  /** What is typed is looked for in this. */
  readonly label: string;
  readonly icon: IconName;
  readonly note?: string;
  readonly href: string;
  readonly keys?: readonly string[];
}

import type { IconName } from "../ui/icon.tsx";

export interface Place {
  readonly label: string;
  readonly href: string;
  readonly icon: IconName;
  /** The second key after `g`. */
  readonly key?: string;
}

/** Where the navigation leads, in its order. */
export const places: readonly Place[] = [
  { label: "Clusters", href: "/clusters", icon: "clusters", key: "c" },
  { label: "Jobs", href: "/jobs", icon: "jobs", key: "j" },
  { label: "Savepoints", href: "/savepoints", icon: "savepoints", key: "s" },
  { label: "Audit", href: "/audit", icon: "audit", key: "a" },
];

export const settings: Place = { label: "Settings", href: "/settings", icon: "settings" };

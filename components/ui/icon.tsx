import type { ReactNode } from "react";

const dot = (x: number) => <circle cx={x} cy="8" r=".7" fill="currentColor" />;

/** Drawn on 16 × 16 with a stroke of 1.4. Names say what is drawn on screen, not where it is used. */
const drawings = {
  clusters: (
    <>
      <rect x="2.5" y="2.5" width="4.5" height="4.5" rx="1" />
      <rect x="9" y="2.5" width="4.5" height="4.5" rx="1" />
      <rect x="2.5" y="9" width="4.5" height="4.5" rx="1" />
      <rect x="9" y="9" width="4.5" height="4.5" rx="1" />
    </>
  ),
  jobs: (
    <>
      <circle cx="3.5" cy="8" r="1.7" />
      <circle cx="12.5" cy="4" r="1.7" />
      <circle cx="12.5" cy="12" r="1.7" />
      <path d="M5 7.4 11 4.6M5 8.6l6 2.8" />
    </>
  ),
  savepoints: (
    <path d="M3 3.5A1 1 0 0 1 4 2.5h6.5l2.5 2.5v7.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM5.5 2.5v3h4v-3M5.5 13.5V9.5h5v4" />
  ),
  templates: <path d="M4 2.5h5.5L12 5v8.5H4zM6 7h4M6 9.2h4M6 11.4h2.5" />,
  audit: <path d="M8 2.2 13 4v3.8c0 3-2.2 5.2-5 6-2.8-.8-5-3-5-6V4zM5.8 8l1.6 1.6L10.4 6.4" />,
  settings: (
    <>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 2v1.8M8 12.2V14M2 8h1.8M12.2 8H14M3.8 3.8 5 5M11 11l1.2 1.2M3.8 12.2 5 11M11 5l1.2-1.2" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.8" y="4" width="12.4" height="8.5" rx="1.4" />
      <path d="M4.4 7h0M7 7h0M9.6 7h0M12 7h0M5 10h6" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.5" r="2.6" />
      <path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  theme: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M3.6 12.4l1-1M11.4 4.6l1-1" />
    </>
  ),
  "chevron-down": <path d="m4 6 4 4 4-4" />,
  "chevron-up": <path d="m4 10 4-4 4 4" />,
  "chevron-right": <path d="m6 4 4 4-4 4" />,
  "chevron-left": <path d="m10 4-4 4 4 4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3.2 8.4 3 3 6.6-7" />,
  logs: <path d="M2.5 4h11M2.5 6.7h7M2.5 9.3h9M2.5 12h5" />,
  more: (
    <>
      {dot(3.5)}
      {dot(8)}
      {dot(12.5)}
    </>
  ),
  external: <path d="M9.5 2.5h4v4M13.5 2.5 8 8M11.5 9v3.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1H7" />,
  edit: <path d="M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.2" />
      <path d="M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2" />
    </>
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  "arrow-down": <path d="M8 3v9M4.5 8.5 8 12l3.5-3.5" />,
  "arrow-up": <path d="M8 13V4M4.5 7.5 8 4l3.5 3.5" />,
  download: <path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10" />,
  upload: <path d="M8 10.5V3M4.8 6 8 2.8 11.2 6M3 13.2h10" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  play: <path d="M5 3.5v9l7.5-4.5z" />,
  stop: <rect x="4" y="4" width="8" height="8" rx="1" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.5-3.6L13 6M13 2.8V6H9.8" />,
  undo: <path d="M5.5 3 2.8 5.7l2.7 2.7M3 5.7h6.2a3.8 3.8 0 0 1 0 7.6H6" />,
  trash: <path d="M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9" />,
  wrap: <path d="M2.5 4h11M2.5 8h8.8a2.2 2.2 0 0 1 0 4.4H8.5M10.2 10.6 8.4 12.4l1.8 1.8M2.5 12.4h3" />,
  filter: <path d="M2.5 3.5h11L9.5 8.4v4.2l-3 1V8.4z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

interface IconProps {
  readonly name: IconName;
  readonly size?: 12 | 14 | 16 | 32;
  readonly className?: string;
}

/** A drawing beside a word; on its own it needs a name from the element that holds it. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      {drawings[name]}
    </svg>
  );
}

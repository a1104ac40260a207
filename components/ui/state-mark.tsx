import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type StateFamily = "ok" | "info" | "wait" | "bad" | "idle";

const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const cross = (
  <path d="m3.8 3.8 4.4 4.4M8.2 3.8 3.8 8.2" stroke="var(--surface)" strokeWidth="1.5" strokeLinecap="round" />
);

/** The shape of each state, 12 × 12. The shape tells the state without its colour. */
const shapes = {
  running: { family: "ok", drawing: <circle cx="6" cy="6" r="4.5" fill="currentColor" /> },
  starting: {
    family: "info",
    drawing: (
      <>
        {ring}
        <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
      </>
    ),
  },
  pending: {
    family: "wait",
    drawing: (
      <rect
        x="2.3"
        y="2.3"
        width="7.4"
        height="7.4"
        rx=".8"
        transform="rotate(45 6 6)"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    ),
  },
  degraded: {
    family: "wait",
    drawing: (
      <>
        <path
          d="M6 .9 11.4 10.6H.6z"
          fill="currentColor"
          stroke="currentColor"
          strokeWidth=".8"
          strokeLinejoin="round"
        />
        <path d="M6 4.2v3M6 8.7v.3" stroke="var(--surface)" strokeWidth="1.4" strokeLinecap="round" />
      </>
    ),
  },
  restarting: {
    family: "wait",
    drawing: (
      <>
        <path
          d="M10 3.2A4.8 4.8 0 1 0 10.8 6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
        <path d="M10.6.9v3H7.6z" fill="currentColor" />
      </>
    ),
  },
  failing: {
    family: "bad",
    drawing: (
      <>
        <rect x=".8" y=".8" width="10.4" height="10.4" rx="2.2" fill="currentColor" />
        {cross}
      </>
    ),
  },
  deleting: {
    family: "idle",
    drawing: (
      <>
        {ring}
        <path d="M3.6 6h4.8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </>
    ),
  },
  suspended: {
    family: "idle",
    drawing: <path d="M3.8 2v8M8.2 2v8" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
  },
  finished: {
    family: "ok",
    drawing: (
      <>
        {ring}
        <path
          d="m3.8 6.1 1.6 1.6 2.9-3.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    ),
  },
  canceled: {
    family: "idle",
    drawing: (
      <>
        {ring}
        <path d="M2.9 9.1 9.1 2.9" stroke="currentColor" strokeWidth="1.5" />
      </>
    ),
  },
  "last-seen": {
    family: "idle",
    drawing: (
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.1 1.9" />
    ),
  },
  info: {
    family: "info",
    drawing: (
      <>
        {ring}
        <path d="M6 5.6v2.8M6 3.5v.2" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </>
    ),
  },
  past: { family: "idle", drawing: <circle cx="6" cy="6" r="2.4" fill="currentColor" /> },
} satisfies Record<string, { family: StateFamily; drawing: ReactNode }>;

export type StateShape = keyof typeof shapes;

const markColors: Record<StateFamily, string> = {
  ok: "text-ok-mark",
  info: "text-info-mark",
  wait: "text-wait-mark",
  bad: "text-bad-mark",
  idle: "text-idle-mark",
};

/** Running and Finished are in plain ink: only their shape is green. */
const wordColors: Record<StateFamily, string> = {
  ok: "text-ink",
  info: "text-info-ink",
  wait: "text-wait-ink",
  bad: "text-bad-ink",
  idle: "text-ink-2",
};

interface StateMarkProps {
  readonly shape: StateShape;
  /** Where a shape stands for something else than its state, such as the tick of a proof. */
  readonly family?: StateFamily;
  readonly className?: string;
}

/** The 12 px shape alone. The word stands beside it, so it is hidden from readers. */
export function StateMark({ shape, family, className }: StateMarkProps) {
  const { drawing, family: own } = shapes[shape];
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={classNames("state-mark", markColors[family ?? own], className)}
    >
      {drawing}
    </svg>
  );
}

interface StateProps extends StateMarkProps {
  readonly children: ReactNode;
}

/** Shape, then word, colour third. */
export function State({ shape, family, className, children }: StateProps) {
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-[7px] whitespace-nowrap font-medium",
        wordColors[family ?? shapes[shape].family],
        className,
      )}
    >
      <StateMark shape={shape} {...(family && { family })} className="self-center" />
      {children}
    </span>
  );
}

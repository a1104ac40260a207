import type { ReactNode } from "react";

const colors = {
  plain: "bg-selected text-ink-2",
  ok: "bg-ok-tint text-ok-ink",
  wait: "bg-wait-tint text-wait-ink",
  bad: "bg-bad-tint text-bad-ink",
  info: "bg-info-tint text-info-ink",
  accent: "bg-accent-tint text-accent-ink",
};

interface TagProps {
  readonly children: ReactNode;
  readonly family?: keyof typeof colors;
  readonly title?: string;
}

/** A fact, not a state. */
export function Tag({ children, family = "plain", title }: TagProps) {
  return (
    <span
      title={title}
      className={`inline-flex h-[18px] items-center gap-1 rounded-1 px-1.5 text-11 font-medium whitespace-nowrap ${colors[family]}`}
    >
      {children}
    </span>
  );
}

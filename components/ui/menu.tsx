"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { Route } from "next";
import Link from "next/link";
import type { ReactElement } from "react";
import { classNames } from "./class-names.ts";
import { floating, floatingItem } from "./floating.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Key } from "./key.tsx";

export interface MenuEntry {
  readonly label: string;
  readonly icon?: IconName;
  readonly shortcut?: string;
  /** Goes somewhere … */
  readonly href?: string;
  /** … in a tab of its own that can't reach this one; not fetched before. */
  readonly newTab?: boolean;
  /** … or does something. */
  readonly onSelect?: () => void;
  /** Red; opens a dialog. */
  readonly danger?: boolean;
  /** Why it is off now. */
  readonly disabledReason?: string | undefined;
  /** A line above it. */
  readonly separated?: boolean;
}

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: "start" | "end";
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  const off = entry.disabledReason !== undefined;
  const content = (
    <>
      {entry.icon && <Icon name={entry.icon} {...(!entry.danger && !off && { className: "text-ink-2" })} />}
      <span className="flex-1 whitespace-nowrap">{entry.label}</span>
      {entry.shortcut && <Key>{entry.shortcut}</Key>}
    </>
  );
  const className = classNames(floatingItem, entry.danger && !off ? "text-bad-ink" : "text-ink", "hover:no-underline");
  return (
    <>
      {entry.separated && <BaseMenu.Separator className="mx-1 my-1 h-px bg-line" />}
      {entry.href !== undefined && !off ? (
        <BaseMenu.LinkItem closeOnClick {...linkProps(entry.href, entry.newTab)} className={className}>
          {content}
        </BaseMenu.LinkItem>
      ) : (
        <BaseMenu.Item
          disabled={off}
          title={entry.disabledReason}
          {...(entry.onSelect && { onClick: entry.onSelect })}
          className={className}
        >
          {content}
        </BaseMenu.Item>
      )}
    </>
  );
}

/** A page of ours goes through Next; anything else is a plain link, and Next never fetches it beforehand. */
const linkProps = (href: string, newTab = false) =>
  newTab ? { href, target: "_blank", rel: "noopener noreferrer" } : { render: <Link href={href as Route} /> };

/** A list of what can be done, opened by a button. */
export function Menu({ trigger, entries, align = "end", open, onOpenChange }: MenuProps) {
  return (
    <BaseMenu.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} className="z-30 outline-none">
          <BaseMenu.Popup className={classNames(floating, "min-w-48")}>
            {entries.map((entry) => (
              <Entry key={entry.label} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

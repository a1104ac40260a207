import type { Route } from "next";
import Link from "next/link";
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Key } from "./key.tsx";
import { StateMark } from "./state-mark.tsx";

export type ButtonKind = "normal" | "primary" | "ghost" | "danger-quiet" | "danger";

const kinds: Record<ButtonKind, string> = {
  normal: "border-line-strong bg-surface text-ink hover:bg-hover",
  primary: "border-accent bg-accent text-on-solid hover:bg-accent-hover",
  ghost: "border-transparent bg-transparent text-ink-2 hover:bg-hover",
  "danger-quiet": "border-line-strong bg-surface text-bad-ink hover:bg-hover",
  danger: "border-bad-solid bg-bad-solid text-on-solid hover:bg-bad-solid-hover",
};

const off = "border-line bg-inset text-ink-3";
const plainIcon = new Set<ButtonKind>(["normal", "ghost"]);

interface Look {
  readonly kind?: ButtonKind;
  /** 32 px instead of 28, in forms and dialogs. */
  readonly big?: boolean;
  readonly icon?: IconName;
  /** Only the icon is seen; `children` is its name for readers and its title. */
  readonly iconOnly?: boolean;
  /** The keys that press it, each in a box of its own. */
  readonly keys?: readonly string[];
}

function shapeOf({ kind = "normal", big = false, iconOnly = false }: Look, isOff: boolean): string {
  return classNames(
    "inline-flex items-center justify-center gap-1.5 rounded-2 border font-medium whitespace-nowrap transition-colors hover:no-underline focus-visible:rounded-2",
    big ? "h-8" : "h-7",
    iconOnly ? (big ? "w-8" : "w-7") : big ? "px-3" : "px-2.5",
    isOff ? off : kinds[kind],
  );
}

function Content({ kind = "normal", icon, iconOnly = false, keys = [], isOff, children }: Look & ContentProps) {
  const iconColor = plainIcon.has(kind) && !isOff ? "text-ink-2" : undefined;
  return (
    <>
      {icon && <Icon name={icon} className={classNames(iconColor, !iconOnly && "-ml-0.5")} />}
      {iconOnly ? <span className="sr-only">{children}</span> : children}
      {keys.map((key) => (
        <Key key={key} onSolid={!isOff && (kind === "primary" || kind === "danger")}>
          {key}
        </Key>
      ))}
    </>
  );
}

interface ContentProps {
  readonly isOff: boolean;
  readonly children: ReactNode;
}

export interface ButtonProps extends Look, Omit<ComponentPropsWithRef<"button">, "disabled"> {
  readonly disabled?: boolean;
  /** Why it cannot be pressed now. Stays reachable by keyboard so that the reason can be read. */
  readonly disabledReason?: string | undefined;
  /** Its own label while it works, such as «Saving». */
  readonly busy?: string | false | undefined;
}

/** A button. One primary a page; danger-quiet opens a dialog, danger ends one. */
export function Button(props: ButtonProps) {
  const { kind = "normal", big, icon, iconOnly, keys, disabled, disabledReason, busy, children, ...rest } = props;
  const isOff = disabled === true || disabledReason !== undefined || typeof busy === "string";
  const look = { kind, ...(big && { big }), ...(iconOnly && { iconOnly }) };
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) event.preventDefault();
    else rest.onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={onClick}
      disabled={disabled && disabledReason === undefined}
      aria-disabled={isOff || undefined}
      aria-busy={typeof busy === "string" || undefined}
      title={disabledReason ?? rest.title ?? (iconOnly && typeof children === "string" ? children : undefined)}
      className={classNames(shapeOf(look, isOff), rest.className)}
    >
      {typeof busy === "string" ? (
        <>
          <StateMark shape="starting" />
          {busy}
        </>
      ) : (
        <Content {...look} {...(icon && { icon })} {...(keys && { keys })} isOff={isOff}>
          {children}
        </Content>
      )}
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  readonly href: Route | URL | string;
  readonly children: ReactNode;
  readonly title?: string;
  readonly className?: string;
  /** Opens in a tab of its own, without access to this one. */
  readonly newTab?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, title, className, newTab = false, ...look }: ButtonLinkProps) {
  return (
    <Link
      // Addresses are built from parameters, so Next's literal route types cannot name them.
      href={String(href) as Route}
      title={title ?? (look.iconOnly && typeof children === "string" ? children : undefined)}
      className={classNames(shapeOf(look, false), className)}
      {...(newTab && { target: "_blank", rel: "noopener noreferrer" })}
    >
      <Content {...look} isOff={false}>
        {children}
      </Content>
    </Link>
  );
}

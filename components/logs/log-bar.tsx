"use client";
import { type RefObject, useEffect, useState } from "react";
import { downloadLogsOperation } from "#server/logs/schema.ts";
import { consoleUrl } from "../client/call-console.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { fieldBox } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { clockText, countText } from "../ui/quantities.tsx";
import { FilterSelect } from "../ui/select.tsx";
import { defaultSince, type LogAddress, selectionOf, sinceEver } from "./log-address.ts";
import type { LogTally } from "./log-tally.ts";
import type { Follow } from "./use-follow.ts";

interface LogBarProps {
  readonly cluster: ClusterPlace;
  readonly address: LogAddress;
  readonly onChange: (change: Partial<LogAddress>) => void;
  readonly tally: LogTally;
  readonly follow: Follow;
  readonly containers: readonly string[];
  readonly searchField: RefObject<HTMLInputElement | null>;
}

const ranges = [
  { value: "5m", label: "5 min" },
  { value: defaultSince, label: "15 min" },
  { value: "1h", label: "1 h" },
  { value: "6h", label: "6 h" },
  { value: "1d", label: "24 h" },
  { value: "7d", label: "7 d" },
  { value: sinceEver, label: "all there is" },
];

/** Search, range, link, download, follow. */
export function LogBar({ cluster, address, onChange, tally, follow, containers, searchField }: LogBarProps) {
  const own = rangeLabel(address);
  return (
    <div className="flex items-center gap-2 py-3 pr-5 pl-4">
      <SearchField address={address} onChange={onChange} tally={tally} field={searchField} />
      {containers.length > 1 && (
        <FilterSelect
          label="Container"
          value={address.container}
          onChange={(container) => onChange({ container })}
          options={[...containers, "*"].map((name) => ({ value: name, label: name === "*" ? "all" : name }))}
        />
      )}
      <FilterSelect
        label="Range"
        value={own === undefined ? address.since : "own"}
        onChange={(since) => since !== "own" && onChange({ since, until: undefined })}
        options={own === undefined ? ranges : [{ value: "own", label: own }, ...ranges]}
      />
      <Button icon="wrap" iconOnly aria-pressed={address.wrap} onClick={() => onChange({ wrap: !address.wrap })}>
        Wrap long lines (w)
      </Button>
      <CopyButton label="Copy a link to this view" text={() => location.href} />
      {/* No link of the router: it is a file. */}
      <a
        href={consoleUrl(downloadLogsOperation, { ...cluster, ...selectionOf(address) })}
        download={`${cluster.clusterId}.log`}
        title="Download as text"
        className="inline-flex size-7 items-center justify-center rounded-2 border border-line-strong bg-surface text-ink-2 transition-colors hover:bg-hover focus-visible:rounded-2"
      >
        <Icon name="download" />
        <span className="sr-only">Download as text</span>
      </a>
      <FollowButton address={address} onChange={onChange} follow={follow} />
    </div>
  );
}

/** The range as people drew it; undefined when it is one of those to choose from. */
function rangeLabel({ since, until }: LogAddress): string | undefined {
  const isListed = ranges.some(({ value }) => value === since);
  if (until === undefined) return isListed ? undefined : `since ${clockText(since)}`;
  return `${isListed ? "" : clockText(since)} to ${clockText(until)}`;
}

function FollowButton({ address, onChange, follow }: Pick<LogBarProps, "address" | "onChange" | "follow">) {
  if (address.until !== undefined) {
    return (
      <Button icon="play" onClick={() => onChange({ until: undefined, since: defaultSince })}>
        Follow
      </Button>
    );
  }
  return follow.isHeld ? (
    <Button icon="play" onClick={follow.release}>
      Follow
    </Button>
  ) : (
    <Button icon="pause" onClick={follow.hold}>
      Hold
    </Button>
  );
}

const typingMs = 300;

interface SearchFieldProps extends Pick<LogBarProps, "address" | "onChange" | "tally"> {
  readonly field: RefObject<HTMLInputElement | null>;
}

function SearchField({ address, onChange, tally, field }: SearchFieldProps) {
  const [text, setText] = useState(address.text);
  const { text: asked } = address;
  useEffect(() => setText(asked), [asked]);
  // Each search reads the range anew on the server: it waits until the typing pauses.
  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => onChange({ text }), typingMs);
    return () => clearTimeout(timer);
  }, [text, asked, onChange]);
  return (
    <search className={`${fieldBox({})} min-w-40 flex-1`}>
      <Icon name="search" size={14} className="text-ink-3" />
      <input
        ref={field}
        type="search"
        aria-label="Search in the records"
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onChange({ text });
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        className="min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      <span role="status" className="num text-12 text-ink-3 max-wide:hidden">
        {tally.matched < tally.read
          ? `${countText(tally.matched)} of ${countText(tally.read)} records`
          : `${countText(tally.read)} records`}
      </span>
      <Switch label="Match case" isOn={address.caseSensitive} onPress={(caseSensitive) => onChange({ caseSensitive })}>
        Aa
      </Switch>
      <Switch label="Regular expression" isOn={address.regex} onPress={(regex) => onChange({ regex })}>
        .*
      </Switch>
    </search>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onPress: (isOn: boolean) => void;
  readonly children: string;
}

function Switch({ label, isOn, onPress, children }: SwitchProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      onClick={() => onPress(!isOn)}
      className={`h-[18px] rounded-1 px-1.5 text-11 font-medium ${isOn ? "bg-accent text-on-solid" : "bg-selected text-ink-2"}`}
    >
      {children}
    </button>
  );
}

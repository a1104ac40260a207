"use client";
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Icon } from "../ui/icon.tsx";
import { Key } from "../ui/key.tsx";
import type { LogRow } from "./log-window.ts";
import { CameRow, GapRow, ThinnedRow } from "./notice-row.tsx";
import { RecordRow } from "./record-row.tsx";
import { heightOf, lineHeight } from "./row-heights.ts";
import type { FindMarks } from "./search-marks.ts";
import type { Follow } from "./use-follow.ts";
import type { LogCursor } from "./use-log-cursor.ts";
import type { SeenRows } from "./use-log-view.ts";

interface LogListProps {
  readonly rows: readonly LogRow[];
  readonly waiting: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly follow: Follow;
  readonly cursor: LogCursor;
  readonly findMarks: FindMarks | undefined;
  readonly wraps: boolean;
  readonly podName: (pod: string) => string;
  /** Goes to a row; handed out so that keys and the histogram can use it. */
  readonly reveal: RefObject<(index: number) => void>;
  readonly onSeen: (rows: SeenRows) => void;
}

/** What scrolls must take the focus, or the keyboard can't scroll it. */
const scrollsByKeys = { tabIndex: 0 };

/** The records: only rows in view exist in the page, whatever the window holds. */
export function LogList(props: LogListProps) {
  const { rows, scroller, follow, cursor, wraps, reveal, onSeen } = props;
  const [showsAll, setShowsAll] = useState<ReadonlySet<number>>(new Set());
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? lineHeight : heightOf(row, cursor.unfolded.has(row.id));
    },
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    paddingStart: 4,
    paddingEnd: 56,
    onChange: ({ range }) => range && onSeen({ first: range.startIndex, last: range.endIndex }),
  });
  reveal.current = (index) => {
    follow.hold();
    virtualizer.scrollToIndex(index, { align: "center" });
  };
  // Heights are worked out, not measured, so a fold or another width of lines has to be told.
  const measured = useRef({ unfolded: cursor.unfolded, wraps });
  useEffect(() => {
    const before = measured.current;
    if (before.unfolded === cursor.unfolded && before.wraps === wraps) return;
    measured.current = { unfolded: cursor.unfolded, wraps };
    virtualizer.measure();
  });
  const showAll = useCallback((id: number) => setShowsAll((before) => new Set([...before, id])), []);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={follow.onScroll}
        role="log"
        aria-live="off"
        aria-label="Log records"
        {...scrollsByKeys}
        className="mono absolute inset-0 overflow-y-auto overflow-x-hidden [overflow-anchor:none]"
      >
        <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <Placed key={item.key} item={item} measure={wraps ? virtualizer.measureElement : undefined}>
              <Row {...props} row={rows[item.index]} showsAll={showsAll} onShowAll={showAll} />
            </Placed>
          ))}
        </div>
      </div>
      {follow.isHeld && <WaitingPill lines={props.waiting} onPress={follow.release} />}
    </div>
  );
}

interface PlacedProps {
  readonly item: VirtualItem;
  /** Set where heights are not known beforehand. */
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
  readonly children: ReactNode;
}

function Placed({ item, measure, children }: PlacedProps) {
  return (
    <div
      ref={measure}
      data-index={item.index}
      className="absolute inset-x-0 top-0"
      style={{ transform: `translateY(${item.start}px)` }}
    >
      {children}
    </div>
  );
}

interface RowProps extends LogListProps {
  readonly row: LogRow | undefined;
  readonly showsAll: ReadonlySet<number>;
  readonly onShowAll: (id: number) => void;
}

function Row({ row, showsAll, onShowAll, cursor, findMarks, wraps, podName }: RowProps) {
  switch (row?.kind) {
    case "record":
      return (
        <RecordRow
          row={row}
          podName={podName(row.record.pod)}
          findMarks={findMarks}
          isUnfolded={cursor.unfolded.has(row.id)}
          showsAll={showsAll.has(row.id)}
          isCursor={cursor.id === row.id}
          wraps={wraps}
          onToggle={cursor.toggle}
          onShowAll={onShowAll}
        />
      );
    case "gap":
      return <GapRow gap={row.gap} podName={podName(row.gap.pod)} />;
    case "thinned":
      return <ThinnedRow lines={row.lines} from={row.from} to={row.to} />;
    case "came":
      return <CameRow at={row.at} podName={podName(row.pod)} joined={row.joined} />;
    case undefined:
      return null;
  }
}

function WaitingPill({ lines, onPress }: { readonly lines: number; readonly onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="absolute bottom-4 left-1/2 inline-flex h-[30px] -translate-x-1/2 items-center gap-2 rounded-full bg-accent pr-1.5 pl-3 text-12 font-strong text-on-solid shadow-float hover:bg-accent-hover focus-visible:rounded-full"
    >
      <Icon name="arrow-down" size={14} />
      <span className="num">
        {lines.toLocaleString("en-US")} {lines === 1 ? "line" : "lines"} waiting
      </span>
      <Key onSolid>End</Key>
    </button>
  );
}

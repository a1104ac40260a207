import type { ComponentPropsWithRef, CSSProperties, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export interface Column {
  readonly id: string;
  readonly head: ReactNode;
  /** Fixed width in px; the one column without it takes what is free. */
  readonly width?: number;
  /** Its width under 1101 px, where that differs. */
  readonly narrowWidth?: number;
  /** Right-aligned figures, the unit in the head. */
  readonly numeric?: boolean;
  /** Leaves under 1101 px. Give its cells `className="max-wide:hidden"`. */
  readonly wideOnly?: boolean;
  readonly title?: string;
  /** Only for readers, such as «Actions». */
  readonly headHidden?: boolean;
  /** Pressing the head sorts by it. */
  readonly onSort?: () => void;
  readonly sorted?: "ascending" | "descending" | false;
}

interface TableProps {
  /** What the table holds, for readers. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly children: ReactNode;
  /** `edge` over the page's full width, `in` inside a panel. */
  readonly inset: "edge" | "in";
  readonly stickyHead?: boolean;
  readonly headless?: boolean;
}

function Head({ column }: { readonly column: Column }) {
  const mark = column.sorted && (
    <Icon
      name={column.sorted === "ascending" ? "chevron-down" : "chevron-up"}
      size={12}
      className="ml-[3px] inline-block align-[-2px]"
    />
  );
  return (
    <th
      scope="col"
      title={column.title}
      aria-sort={column.sorted || undefined}
      className={classNames(column.numeric && "num", column.wideOnly && "max-wide:hidden")}
    >
      {column.onSort ? (
        <button type="button" onClick={column.onSort} className="font-medium hover:text-ink">
          {column.head}
          {mark}
        </button>
      ) : (
        <span className={column.headHidden ? "sr-only" : undefined}>
          {column.head}
          {mark}
        </span>
      )}
    </th>
  );
}

/** As custom properties, so that the width can follow the window's. */
function widthsOf({ width, narrowWidth }: Column): CSSProperties | undefined {
  if (width === undefined) return undefined;
  return { "--width": `${width}px`, "--narrow": `${narrowWidth ?? width}px` } as CSSProperties;
}

/** Fixed layout, one line a row. Rows are `<tr>` with `<td>`; numbers take `className="num"`. */
export function Table({ label, columns, children, inset, stickyHead = false, headless = false }: TableProps) {
  return (
    <table aria-label={label} className={classNames("grid-table", inset)}>
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.id}
            style={widthsOf(column)}
            className={classNames(
              column.width !== undefined && "w-(--width) max-wide:w-(--narrow)",
              column.wideOnly && "max-wide:hidden",
            )}
          />
        ))}
      </colgroup>
      <thead className={classNames(stickyHead && "sticky-head", headless && "sr-only")}>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps extends ComponentPropsWithRef<"tr"> {
  /** At the cursor of `j` and `k`. */
  readonly atCursor?: boolean;
  /** Not reachable: shown as last seen. */
  readonly stale?: boolean;
  /** Its state has just changed; holds the ground for a second. */
  readonly changed?: boolean;
  readonly group?: boolean;
}

/** A row with its marks. */
export function Row({ atCursor, stale, changed, group, ...rest }: RowProps) {
  return (
    <tr
      data-cursor={atCursor || undefined}
      data-stale={stale || undefined}
      data-changed={changed || undefined}
      data-group={group || undefined}
      {...rest}
    />
  );
}

/** Row actions: seen on hover, at the cursor and with focus inside; their column is reserved. */
export function RowActions({ children }: { readonly children: ReactNode }) {
  return (
    <span className="row-actions flex justify-end [&_a]:h-6 [&_a]:w-6.5 [&_button]:h-6 [&_button]:w-6.5">
      {children}
    </span>
  );
}

"use client";
import { clockText } from "../../ui/quantities.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { type Column, Row } from "../../ui/table.tsx";
import { type Group, whereText } from "./group-rows.ts";

interface GroupHeadProps {
  readonly group: Group;
  readonly columns: readonly Column[];
  readonly onRetry: () => void;
}

/** The row above a group: a context with its health in words, or a namespace. */
export function GroupHead({ group, columns, onRetry }: GroupHeadProps) {
  const { context } = group;
  const wideOnly = columns.filter((column) => column.wideOnly).length;
  return (
    <Row group>
      <th scope="colgroup" colSpan={columns.length - wideOnly}>
        <span className="flex items-center gap-2 text-13">
          {context && <StateMark shape={context.answers ? "running" : "last-seen"} />}
          <b className="font-strong text-ink">{group.title}</b>
          {context?.answers === false ? (
            <>
              <span className="text-wait-ink">
                API server does not answer{context.since ? ` since ${clockText(context.since)}` : ""}. Shown as last
                seen; changes are off.
              </span>
              <button type="button" className="text-accent-ink hover:underline" onClick={onRetry}>
                Try now
              </button>
            </>
          ) : (
            <span>
              {whereText(group.rows)}
              {context ? ". Live." : ""}
            </span>
          )}
        </span>
      </th>
      <td colSpan={wideOnly} className="max-wide:hidden" />
    </Row>
  );
}

"use client";
import { StateMark } from "../../ui/state-mark.tsx";
import { type Column, Row } from "../../ui/table.tsx";
import { contextShapes, contextTrouble } from "../context-words.ts";
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
  const trouble = context && contextTrouble(context);
  return (
    <Row group>
      <th scope="colgroup" colSpan={columns.length - wideOnly}>
        <span className="flex items-center gap-2 text-13">
          {context && <StateMark shape={contextShapes[context.state]} />}
          <b className="font-strong text-ink">{group.title}</b>
          {trouble === undefined ? (
            <span className="truncate">
              {whereText(group.rows)}
              {context && ". Live."}
            </span>
          ) : (
            <span className="truncate text-wait-ink">{trouble}</span>
          )}
          {context?.state === "unreachable" && (
            <button type="button" className="text-accent-ink hover:underline" onClick={onRetry}>
              Try now
            </button>
          )}
        </span>
      </th>
      <td colSpan={wideOnly} className="max-wide:hidden" />
    </Row>
  );
}

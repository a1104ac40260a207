"use client";
import { Button } from "../../ui/button.tsx";
import { Key } from "../../ui/key.tsx";

interface ListFootProps {
  readonly total: number;
  readonly cut: boolean;
  readonly shown: number;
  readonly namespaces: number;
  readonly contexts: number;
  readonly waiting: number;
  readonly outOfOrder: boolean;
  readonly selected: number;
  readonly onSettle: () => void;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Under the table: how many, what waits to be taken in, the keys. */
export function ListFoot(props: ListFootProps) {
  const { total, cut, shown, namespaces, contexts, waiting, outOfOrder, selected, onSettle } = props;
  const all = `${counted(total, "cluster", "clusters")} in ${counted(namespaces, "namespace", "namespaces")} and ${counted(contexts, "context", "contexts")}`;
  return (
    <div className="num flex min-h-10 items-center gap-3 px-5 text-12 text-ink-3">
      <span>{shown === total ? all : `${shown} of ${all}`}</span>
      {cut && <span className="text-wait-ink">There are more; filter by namespace to see them.</span>}
      {selected > 0 && <span>{selected} selected</span>}
      <span role="status" className="flex items-center gap-2">
        {waiting > 0 && <Button onClick={onSettle}>{counted(waiting, "new cluster", "new clusters")}</Button>}
        {waiting === 0 && outOfOrder && (
          <>
            Order changed, <Key>s</Key> to sort
          </>
        )}
      </span>
      <span className="flex-1" />
      <span className="flex items-center gap-1.5 max-wide:hidden">
        <Key>j</Key>
        <Key>k</Key> move <Key>Enter</Key> open <Key>l</Key> logs <Key>x</Key> select
      </span>
    </div>
  );
}

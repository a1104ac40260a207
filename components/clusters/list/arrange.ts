/** What arranging needs of a cluster; the list's rows have more. */
export interface Arrangeable {
  readonly context: string;
  readonly namespace: string;
  readonly clusterId: string;
  readonly state: string;
  readonly reason?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export const sortKeys = ["state", "name", "namespace", "age"] as const;
export type SortKey = (typeof sortKeys)[number];

/** Worst first. */
const stateOrder = ["Failing", "Pending", "Degraded", "Restarting", "Starting", "Deleting"];
/** Those that need someone. */
const attention = new Set(["Failing", "Pending", "Degraded", "Restarting"]);

export const idOf = (row: Arrangeable) => `${row.context}/${row.namespace}/${row.clusterId}`;

const rankOf = (state: string) => {
  const rank = stateOrder.indexOf(state);
  return rank === -1 ? stateOrder.length : rank;
};

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

const comparisons: Record<SortKey, (a: Arrangeable, b: Arrangeable) => number> = {
  state: (a, b) => rankOf(a.state) - rankOf(b.state),
  name: (a, b) => byText(a.clusterId, b.clusterId),
  namespace: (a, b) => byText(a.namespace, b.namespace),
  age: (a, b) => b.createdAt - a.createdAt,
};

/** Ids in the order asked for; what is equal stands by name, then namespace, then context. */
export function sorted(rows: readonly Arrangeable[], key: SortKey): string[] {
  const first = comparisons[key];
  return rows
    .toSorted(
      (a, b) => first(a, b) || comparisons.name(a, b) || comparisons.namespace(a, b) || byText(a.context, b.context),
    )
    .map(idOf);
}

export interface Filter {
  /** Looked for in name, namespace, reason and labels. */
  readonly text: string;
  /** A state, `attention`, or empty for all. */
  readonly state: string;
  /** Empty for all. */
  readonly namespace: string;
}

function matchesText(row: Arrangeable, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return true;
  const labels = Object.entries(row.labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return [row.clusterId, row.namespace, row.reason ?? "", ...labels].some((place) =>
    place.toLowerCase().includes(wanted),
  );
}

const matchesState = (row: Arrangeable, state: string) =>
  state === "" || (state === "attention" ? attention.has(row.state) : row.state === state);

/** The rows that a filter lets through. */
export function filtered<Row extends Arrangeable>(rows: readonly Row[], filter: Filter): Row[] {
  return rows.filter(
    (row) =>
      matchesText(row, filter.text) &&
      matchesState(row, filter.state) &&
      (filter.namespace === "" || row.namespace === filter.namespace),
  );
}

/** How many of each state, among what the other filters let through: a chip says what pressing it would show. */
export function stateCounts(rows: readonly Arrangeable[], filter: Filter) {
  const among = filtered(rows, { ...filter, state: "" });
  const states = new Map<string, number>();
  for (const row of among) states.set(row.state, (states.get(row.state) ?? 0) + 1);
  return {
    all: among.length,
    attention: among.filter((row) => attention.has(row.state)).length,
    states: [...states].toSorted(([a], [b]) => rankOf(a) - rankOf(b) || byText(a, b)),
  };
}

/**
 * Rows in a settled order. Those that came since wait apart; those that went are left out.
 *
 * @param order ids as they were settled
 */
export function settled<Row extends Arrangeable>(rows: readonly Row[], order: readonly string[]) {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  const known = new Set(order);
  return {
    shown: order.flatMap((id) => byId.get(id) ?? []),
    waiting: rows.filter((row) => !known.has(idOf(row))),
  };
}

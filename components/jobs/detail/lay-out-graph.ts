import { Graph, layout } from "@dagrejs/dagre";

export const boxWidth = 208;
export const boxHeight = 92;
const betweenRanks = 77;
const betweenBoxes = 12;

export interface Place {
  readonly id: string;
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** An SVG path from the right edge of one box to the left edge of the other. */
  readonly path: string;
  /** The point that the arrow's head ends at. */
  readonly end: { readonly x: number; readonly y: number };
  /** Where its label stands. */
  readonly middle: { readonly x: number; readonly y: number };
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Place[];
  readonly lines: readonly Line[];
}

/** Places the vertices of a graph from left to right. The same graph is always placed the same way. */
export function layOutGraph(
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
): GraphLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", ranksep: betweenRanks, nodesep: betweenBoxes, marginx: 2, marginy: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: boxWidth, height: boxHeight });
  const known = new Set(ids);
  const drawn = edges.filter((edge) => known.has(edge.from) && known.has(edge.to));
  for (const [index, edge] of drawn.entries()) graph.setEdge(edge.from, edge.to, {}, String(index));
  layout(graph);

  const centre = new Map(ids.map((id) => [id, pointOf(graph.node(id))]));
  const boxes = [...centre].map(([id, { x, y }]) => ({ id, x: x - boxWidth / 2, y: y - boxHeight / 2 }));
  return {
    width: Math.max(0, ...boxes.map((box) => box.x + boxWidth)) + 2,
    height: Math.max(0, ...boxes.map((box) => box.y + boxHeight)) + 2,
    boxes,
    lines: drawn.map((edge) => lineOf(edge, centre)),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const pointOf = ({ x, y }: { x?: number; y?: number }): Point => ({ x: x ?? 0, y: y ?? 0 });

function lineOf({ from, to }: { from: string; to: string }, centre: ReadonlyMap<string, Point>): Line {
  const a = centre.get(from) ?? { x: 0, y: 0 };
  const b = centre.get(to) ?? { x: 0, y: 0 };
  const start = { x: a.x + boxWidth / 2 + 2, y: a.y };
  const end = { x: b.x - boxWidth / 2 - 2, y: b.y };
  const turn = (start.x + end.x) / 2;
  return {
    from,
    to,
    path: `M${start.x} ${start.y}C${turn} ${start.y} ${turn} ${end.y} ${end.x - 5} ${end.y}`,
    end,
    middle: { x: turn, y: (start.y + end.y) / 2 },
  };
}

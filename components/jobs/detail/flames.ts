import type { FlameNode } from "#server/jobs/job.schema.ts";

export interface Flame {
  readonly id: string;
  readonly node: FlameNode;
  readonly depth: number;
  /** Shares of the whole width. */
  readonly left: number;
  readonly width: number;
}

const thinnest = 0.004;
const mostBoxes = 2_000;

/** The boxes of a flame graph from its root down; frames too thin to be seen are left out. */
export function flamesOf(root: FlameNode): { readonly boxes: readonly Flame[]; readonly depth: number } {
  const boxes: Flame[] = [];
  const waiting: Flame[] = [{ id: "0", node: root, depth: 0, left: 0, width: 1 }];
  for (let flame = waiting.shift(); flame !== undefined && boxes.length < mostBoxes; flame = waiting.shift()) {
    boxes.push(flame);
    let { left } = flame;
    for (const [index, child] of flame.node.children.entries()) {
      const width = flame.width * (child.value / Math.max(1, flame.node.value));
      if (width >= thinnest)
        waiting.push({ id: `${flame.id}.${index}`, node: child, depth: flame.depth + 1, left, width });
      left += width;
    }
  }
  return { boxes, depth: Math.max(0, ...boxes.map((flame) => flame.depth + 1)) };
}

"use client";
import type { ProcessMemoryView } from "#server/clusters/cluster-view.schema.ts";
import { Panel } from "../../ui/panel.tsx";
import { MemoryBar, MemoryKey } from "./memory-bar.tsx";

interface MemoryPanelProps {
  readonly memory: readonly ProcessMemoryView[];
  readonly flinkVersion: string;
}

/** How the processes divide their memory, to one scale. */
export function MemoryPanel({ memory, flinkVersion }: MemoryPanelProps) {
  const scale = Math.max(...memory.map((process) => process.bytes));
  const used = new Set(memory.flatMap((process) => process.parts.map((part) => part.kind)));
  return (
    <Panel title="Memory" note={`as Flink ${flinkVersion} derives it, MiB`} padded>
      <div className="grid gap-2.5">
        {memory.map((process) => (
          <MemoryBar key={process.process} memory={process} scale={scale} />
        ))}
        <MemoryKey kinds={used} />
      </div>
    </Panel>
  );
}

"use client";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Panel } from "../../ui/panel.tsx";

/** The same cluster with Flink's own client. */
export function CommandPanel({ command }: { readonly command: string }) {
  return (
    <Panel title="The same with Flink's client" actions={<CopyButton text={command} label="Copy command" />}>
      <pre className="overflow-x-auto px-4 py-2.5">{command}</pre>
    </Panel>
  );
}

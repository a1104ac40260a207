"use client";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { LogLevelView } from "#server/log-levels/log-level-view.schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { useAddressState } from "../client/use-address-state.ts";
import { Button } from "../ui/button.tsx";
import { FilterField } from "../ui/field.tsx";
import { ForbiddenState } from "../ui/forbidden-state.tsx";
import { useShortcuts } from "../ui/keyboard.ts";
import { Panel } from "../ui/panel.tsx";
import { ErrorState, isForbidden } from "../ui/problem-state.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { useRowCursor } from "../ui/use-row-cursor.ts";
import { ChangesPanel } from "./changes-panel.tsx";
import { DiffCounts, DiffLines } from "./diff-lines.tsx";
import { FileEditor } from "./file-editor.tsx";
import { FileNotes } from "./file-notes.tsx";
import { matching, reloadWords } from "./level-words.ts";
import { levelWriterRole } from "./level-writer-role.ts";
import { loggersQuery, proofQuery } from "./log-level-queries.ts";
import { LoggersTable } from "./loggers-table.tsx";
import { ProofPanel } from "./proof-panel.tsx";
import { RevertNote } from "./revert-note.tsx";
import { SetLevelDialog } from "./set-level-dialog.tsx";
import { useRevert } from "./use-revert.ts";

/** The loggers of a cluster: their levels, where these come from, and the proof of each change. */
export function LogLevelsPage({ cluster }: { readonly cluster: ClusterPlace }) {
  const { data, error, isPending, refetch } = useQuery(loggersQuery(cluster));
  if (isPending) return <SkeletonRows rows={10} waitingFor="Waiting for the API server" />;
  if (data) return <Loaded cluster={cluster} view={data} />;
  if (isForbidden(error)) {
    return (
      <ForbiddenState
        title={`You may not read the logging file in ${cluster.namespace}`}
        problem={error}
        role={levelWriterRole(cluster.namespace)}
        roleFile="drey-log-levels.yaml"
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="p-5">
      <ErrorState fact="The loggers could not be read." error={error} onRetry={() => void refetch()} />
    </div>
  );
}

interface LoadedProps {
  readonly cluster: ClusterPlace;
  readonly view: LogLevelView;
}

function Loaded({ cluster, view }: LoadedProps) {
  const [text, setText] = useAddressState("logger");
  const [setting, setSetting] = useState<string | undefined>(undefined);
  const [editing, setEditing] = useState(false);
  const filter = useRef<HTMLInputElement>(null);
  const proof = useQuery(proofQuery(cluster));
  const revert = useRevert(cluster);
  const rows = matching(view.loggers, text);
  const open = (logger: string) => view.readOnly === undefined && !editing && setSetting(logger);
  const { current } = useRowCursor({ ids: rows.map(({ logger }) => logger), onOpen: open });
  useShortcuts("Log levels", [
    { keys: "f", does: "Filter loggers", run: () => filter.current?.focus() },
    { keys: "n", does: "Set a level", run: () => open(current ?? "") },
  ]);
  return (
    <div className="grid content-start gap-4 p-5">
      <div className="flex items-center gap-3">
        <FilterField
          ref={filter}
          label="Filter loggers"
          placeholder="Logger"
          shortcut="f"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="w-70"
        />
        <span className="truncate text-ink-3 max-wide:hidden">{reloadWords(view)}</span>
        <span className="flex-1" />
        {view.mayEditFile && (
          <Button icon="edit" onClick={() => setEditing(true)} disabled={editing}>
            Edit the whole file
          </Button>
        )}
        <Button
          kind="primary"
          icon="plus"
          keys={["n"]}
          disabledReason={view.readOnly}
          onClick={() => open(current ?? "")}
        >
          Set a level
        </Button>
      </div>
      <FileNotes cluster={cluster} view={view} />
      <RevertNote revert={revert} />
      {editing ? (
        <FileEditor cluster={cluster} onClose={() => setEditing(false)} />
      ) : (
        <Panel title="Loggers" note={<span className="mono">{view.file}</span>}>
          <LoggersTable
            view={view}
            rows={rows}
            proof={proof.data}
            current={current}
            reverting={revert.pending}
            onSet={open}
            onRevert={revert.revert}
          />
        </Panel>
      )}
      {proof.error && !proof.data && (
        <ErrorState fact="The pods could not be looked at." error={proof.error} onRetry={() => void proof.refetch()} />
      )}
      <div className="grid grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] items-stretch gap-4 max-wide:grid-cols-1">
        {proof.data && <ProofPanel clusterId={cluster.clusterId} proof={proof.data} />}
        {view.diff && (
          <Panel
            title="Change to the file"
            note={<span className="mono">{view.diff.file}</span>}
            actions={<DiffCounts diff={view.diff} />}
          >
            <DiffLines diff={view.diff} />
          </Panel>
        )}
      </div>
      <ChangesPanel cluster={cluster} />
      {setting !== undefined && (
        <SetLevelDialog cluster={cluster} view={view} logger={setting} onClose={() => setSetting(undefined)} />
      )}
    </div>
  );
}

"use client";
import { useState } from "react";
import type { LogLevelView } from "#server/log-levels/log-level-view.schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Note } from "../ui/note.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import { useAddMonitorInterval } from "./log-level-queries.ts";

const intervalSeconds = 30;

interface FileNotesProps {
  readonly cluster: ClusterPlace;
  readonly view: LogLevelView;
}

/** What stands in the way of changing levels here, and the way out where there is one. */
export function FileNotes({ cluster, view }: FileNotesProps) {
  const [adding, setAdding] = useState(false);
  const refused = view.issues.filter((issue) => issue.refused);
  const odd = view.issues.filter((issue) => !issue.refused);
  return (
    <>
      {view.readOnly && (
        <Note family="info" fact="Levels can't be changed here.">
          {view.readOnly}
        </Note>
      )}
      {view.reload.kind === "never" && <NeverReads view={view} onAdd={() => setAdding(true)} />}
      {refused.map(({ code, line, detail }) => (
        <Note
          key={`${code} ${line}`}
          family="bad"
          fact={line === undefined ? "The file is refused." : `The file is refused at line ${line}.`}
        >
          {detail}
        </Note>
      ))}
      {odd.slice(0, 3).map(({ code, line, detail }) => (
        <Note key={`${code} ${line}`} family="wait" fact={line === undefined ? view.file : `Line ${line}.`}>
          {detail}
        </Note>
      ))}
      {adding && <AddInterval cluster={cluster} onClose={() => setAdding(false)} />}
    </>
  );
}

function NeverReads({ view, onAdd }: { readonly view: LogLevelView; readonly onAdd: () => void }) {
  const isLog4j = view.syntax === "log4j2";
  return (
    <Note
      family="wait"
      fact={isLog4j ? "log4j does not read this file again." : "logback does not read this file again."}
      actions={
        isLog4j && (
          <Button disabledReason={view.readOnly} onClick={onAdd}>
            Add monitorInterval
          </Button>
        )
      }
    >
      {isLog4j
        ? "It has no monitorInterval: a changed level reaches only pods that start after it."
        : 'It has no scan="true": a changed level reaches only pods that start after it.'}
    </Note>
  );
}

function AddInterval({ cluster, onClose }: { readonly cluster: ClusterPlace; readonly onClose: () => void }) {
  const add = useAddMonitorInterval();
  const send = () => add.mutate({ ...cluster, seconds: intervalSeconds }, { onSuccess: onClose });
  return (
    <Dialog
      open
      onClose={onClose}
      width={420}
      title="Add monitorInterval"
      lead={`One line is added to the file: monitorInterval = ${intervalSeconds}. It needs new pods: those that run have read the file for the last time.`}
      actions={
        <>
          <Button big onClick={onClose}>
            Cancel
          </Button>
          <Button big kind="primary" busy={add.isPending && "Adding"} onClick={send}>
            Add the line
          </Button>
        </>
      }
    >
      {add.error && <ErrorState fact="The line was not added." error={add.error} />}
    </Dialog>
  );
}

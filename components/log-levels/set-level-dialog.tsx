"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LogLevelView } from "#server/log-levels/log-level-view.schema.ts";
import type { ClusterPlace } from "../client/cluster-href.ts";
import { Button } from "../ui/button.tsx";
import { issueOf } from "../ui/console-problem.ts";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { useShortcuts } from "../ui/keyboard.ts";
import { ErrorState } from "../ui/problem-state.tsx";
import { Segment } from "../ui/segment.tsx";
import { SelectField } from "../ui/select.tsx";
import { DiffCounts, DiffLines } from "./diff-lines.tsx";
import { type DraftChange, draftFor, incompleteReason, type LevelDraft, requestOf } from "./level-draft.ts";
import { reloadWords, type Suggestion, spans, suggestionsOf } from "./level-words.ts";
import { changePreviewQuery, seenLoggersQuery, useChangeLevels } from "./log-level-queries.ts";
import { LoggerField } from "./logger-field.tsx";

const mostChanges = 50;

interface SetLevelDialogProps {
  readonly cluster: ClusterPlace;
  readonly view: LogLevelView;
  /** The logger to begin with; empty to choose one. */
  readonly logger: string;
  readonly onClose: () => void;
}

/** Sets one level or several at once: until when, why, and what it does to the file before it is written. */
export function SetLevelDialog({ cluster, view, logger, onClose }: SetLevelDialogProps) {
  const [draft, setDraft] = useState<LevelDraft>(() => draftFor(logger, view.loggers));
  const seen = useQuery(seenLoggersQuery(cluster));
  const change = useChangeLevels();
  const request = { ...cluster, ...requestOf(draft, view.loggers) };
  const incomplete = incompleteReason(draft);
  const preview = useQuery(changePreviewQuery(request, incomplete === undefined));
  const send = () => {
    if (incomplete === undefined && !change.isPending) change.mutate(request, { onSuccess: onClose });
  };
  useShortcuts("Set a level", [{ keys: "Ctrl Enter", does: "Set the level", run: send, inFields: true }]);
  const shownError = change.error ?? (incomplete === undefined ? preview.error : null);
  return (
    <Dialog
      open
      onClose={onClose}
      width={720}
      title="Set a level"
      lead={reloadWords(view)}
      actions={
        <>
          <Button big onClick={onClose}>
            Cancel
          </Button>
          <Button
            big
            kind="primary"
            keys={["Ctrl", "Enter"]}
            disabledReason={incomplete}
            busy={change.isPending && "Setting"}
            onClick={send}
          >
            {draft.changes.length === 1 ? "Set level" : `Set ${draft.changes.length} levels`}
          </Button>
        </>
      }
    >
      <Changes
        draft={draft}
        onDraft={setDraft}
        levels={view.levels}
        suggestions={suggestionsOf(view, seen.data?.loggers ?? [])}
        error={shownError}
      />
      <Ending draft={draft} onDraft={setDraft} error={issueOf(shownError, "until", "forSeconds")} />
      {shownError && (
        <ErrorState fact={change.error ? "The level was not set." : "This can't be set."} error={shownError} />
      )}
      {preview.data && !preview.error && incomplete === undefined && (
        <section aria-label="Change to the file" className="rounded-3 border border-line">
          <p className="flex items-center gap-2 border-b border-line px-4 py-2 text-12">
            <span className="mono flex-1">{preview.data.diff.file}</span>
            <DiffCounts diff={preview.data.diff} />
          </p>
          <div className="max-h-60 overflow-y-auto">
            <DiffLines diff={preview.data.diff} />
          </div>
        </section>
      )}
    </Dialog>
  );
}

interface FormProps {
  readonly draft: LevelDraft;
  readonly onDraft: (draft: LevelDraft) => void;
}

interface ChangesProps extends FormProps {
  readonly levels: readonly string[];
  readonly suggestions: readonly Suggestion[];
  readonly error: Error | null;
}

function Changes({ draft, onDraft, levels, suggestions, error }: ChangesProps) {
  const { changes } = draft;
  const replace = (id: number, part: Partial<DraftChange>) =>
    onDraft({ ...draft, changes: changes.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  const add = () => {
    const id = Math.max(...changes.map((each) => each.id)) + 1;
    onDraft({ ...draft, changes: [...changes, { id, logger: "", level: changes.at(-1)?.level ?? "DEBUG" }] });
  };
  const remove = (id: number) => onDraft({ ...draft, changes: changes.filter((each) => each.id !== id) });
  return (
    <div className="grid gap-3">
      {changes.map((each, n) => (
        <div key={each.id} className="grid grid-cols-[minmax(0,1fr)_120px_32px] items-start gap-2">
          <LoggerField
            value={each.logger}
            onChange={(logger) => replace(each.id, { logger })}
            suggestions={suggestions}
            error={issueOf(error, `changes.${n}.logger`)}
          />
          <SelectField
            label="Level"
            value={each.level}
            onChange={(level) => replace(each.id, { level })}
            options={levels.map((level) => ({ value: level, label: level }))}
            error={issueOf(error, `changes.${n}.level`)}
          />
          <span className="pt-[22px]">
            {changes.length > 1 && (
              <Button big kind="ghost" icon="close" iconOnly onClick={() => remove(each.id)}>
                Leave this logger out
              </Button>
            )}
          </span>
        </div>
      ))}
      <span>
        <Button icon="plus" disabled={changes.length >= mostChanges} onClick={add}>
          Another logger
        </Button>
      </span>
    </div>
  );
}

function Ending({ draft, onDraft, error }: FormProps & { readonly error: string | undefined }) {
  return (
    <div className="grid gap-3">
      <div>
        <p aria-hidden="true" className="mb-1.5 text-12 font-strong">
          How long
        </p>
        <Segment
          label="How long"
          wide
          value={draft.span}
          onChange={(span) => onDraft({ ...draft, span })}
          options={spans}
        />
        {draft.span !== "" && (
          <p className="mt-1.5 text-12 text-ink-3">
            It ends by itself while Drey runs; if Drey is stopped then, when it starts again.
          </p>
        )}
      </div>
      {draft.span === "time" && (
        <TextField
          label="Until"
          type="datetime-local"
          step={1}
          value={draft.time}
          error={error}
          onChange={(event) => onDraft({ ...draft, time: event.target.value })}
        />
      )}
      <TextField
        label="Why"
        placeholder="What you are looking for"
        maxLength={300}
        value={draft.reason}
        onChange={(event) => onDraft({ ...draft, reason: event.target.value })}
      />
    </div>
  );
}

"use client";
import { Button } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { ErrorState } from "../ui/problem-state.tsx";
import type { Revert } from "./use-revert.ts";

/** What was reverted just now, with the way back. */
export function RevertNote({ revert }: { readonly revert: Revert }) {
  const { last, error, keptAsChanged, undoing, undo, dismiss } = revert;
  if (error) return <ErrorState fact="The level was not changed." error={error} />;
  if (last?.override === undefined) return null;
  if (keptAsChanged) {
    return (
      <Note
        role="status"
        family="wait"
        fact={`${last.logger} stays as it is.`}
        actionsRight={<Button onClick={dismiss}>Close</Button>}
      >
        Somebody has written another level into the file since.
      </Note>
    );
  }
  return (
    <Note
      role="status"
      family="ok"
      fact={`${last.logger} is back to ${last.override.was} in the file.`}
      actionsRight={
        <>
          <Button icon="undo" busy={undoing && "Setting"} onClick={undo}>
            Undo
          </Button>
          <Button onClick={dismiss}>Close</Button>
        </>
      }
    />
  );
}

"use client";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./field.tsx";

interface DestructiveDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Names the object: «Delete cluster settlement?». */
  readonly title: string;
  /** Where it is and what cannot be undone. */
  readonly lead: ReactNode;
  /** What stops, what is lost, what stays; the safe way first. */
  readonly children?: ReactNode;
  /** The name to type, where something cannot be undone. */
  readonly confirmName?: string;
  /** The verb of what will happen: «Save and delete». */
  readonly verb: string;
  /** The way out: «Keep cluster». */
  readonly keep: string;
  readonly busy?: string | false | undefined;
  /** Why it can't be done now, if so. */
  readonly off?: string | undefined;
  readonly footNote?: ReactNode;
  readonly onConfirm: () => void;
}

/** The dialog before something ends. Its red button is grey until the name fits, and never has focus first. */
export function DestructiveDialog(props: DestructiveDialogProps) {
  const { open, onClose, title, lead, children, confirmName, verb, keep, busy, off, footNote, onConfirm } = props;
  const [typed, setTyped] = useState("");
  const formId = useId();
  const fits = confirmName === undefined || typed === confirmName;
  const disabledReason = off ?? (fits ? undefined : `Type ${confirmName} first`);
  const close = () => {
    setTyped("");
    onClose();
  };
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (disabledReason === undefined && !busy) onConfirm();
  };
  return (
    <Dialog
      alert
      open={open}
      onClose={close}
      title={title}
      lead={lead}
      footNote={footNote}
      actions={
        <>
          <Button big onClick={close} keys={["Esc"]}>
            {keep}
          </Button>
          <Button big kind="danger" type="submit" form={formId} busy={busy} disabledReason={disabledReason}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={confirm} className="grid gap-4">
        {children}
        {confirmName !== undefined && (
          <TextField
            mono
            label={
              <>
                Type <span className="mono">{confirmName}</span> to confirm
              </>
            }
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}

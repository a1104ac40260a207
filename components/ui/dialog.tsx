"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { type ReactNode, type RefObject, useRef } from "react";
import { classNames } from "./class-names.ts";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** One line under the title. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** Left of the buttons, such as a tick box. */
  readonly footNote?: ReactNode;
  /** The buttons: first the way out, last what will happen. */
  readonly actions?: ReactNode;
  readonly width?: 420 | 560 | 720;
  /** Where focus goes on opening; by default the dialog itself, never the last button. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Set for what cannot be undone: readers announce it at once. */
  readonly alert?: boolean;
}

const widths = { 420: "w-[420px]", 560: "w-[560px]", 720: "w-[720px]" };

/** A dialog over a veil. `Esc` and the veil close it; the page beneath is out of reach until then. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, lead, children, footNote, actions, width = 560, initialFocus, alert = false } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-20 bg-veil transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-20 grid place-items-center overflow-y-auto p-4">
          <BaseDialog.Popup
            ref={popup}
            role={alert ? "alertdialog" : "dialog"}
            initialFocus={initialFocus ?? popup}
            className={classNames(
              "max-w-full rounded-4 border border-line-strong bg-raised text-ink shadow-dialog outline-none transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0",
              widths[width],
            )}
          >
            <BaseDialog.Title className="px-6 pt-5 text-18 font-semibold tracking-[-0.014em] break-words">
              {title}
            </BaseDialog.Title>
            <div className="grid min-w-0 gap-4 px-6 pt-3 pb-5">
              {lead && <BaseDialog.Description className="text-ink-2">{lead}</BaseDialog.Description>}
              {children}
            </div>
            {actions && (
              <footer className="flex items-center gap-2 rounded-b-4 border-t border-line bg-inset px-6 py-3">
                {footNote}
                <span className="flex-1" />
                {actions}
              </footer>
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

"use client";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Key } from "../ui/key.tsx";
import { useListedShortcuts } from "../ui/keyboard.ts";

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All keys that act on this page now. */
export function ShortcutsDialog({ open, onClose }: ShortcutsDialogProps) {
  const groups = useListedShortcuts().filter((group) => group.shortcuts.length > 0);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys"
      lead="No key acts while a field has focus, and none destroys."
      width={560}
      actions={
        <Button big onClick={onClose} keys={["Esc"]}>
          Close
        </Button>
      }
    >
      <div className="columns-2 gap-8 max-wide:columns-1">
        {groups.map((group) => (
          <section key={group.title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-ink-3">{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className="flex h-7 items-center gap-1">
                  <dd className="flex-1">{shortcut.does}</dd>
                  <dt className="flex gap-1">
                    {shortcut.keys.split(" ").map((key) => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </dt>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

"use client";
import { Button } from "../../ui/button.tsx";
import { State } from "../../ui/state-mark.tsx";

interface FormFootProps {
  readonly errors: number;
  readonly warnings: number;
  /** Of the errors, the first in words. */
  readonly firstError: string | undefined;
  /** Nothing was left or tried yet: what is missing is no error, only the next step. */
  readonly fresh: boolean;
  readonly creating: boolean;
  readonly trying: boolean;
  readonly onDryRun: () => void;
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Under the form: what stands against it, a dry run, and the one primary button. */
export function FormFoot(props: FormFootProps) {
  const { errors, firstError, creating, trying, onDryRun } = props;
  return (
    <div className="sticky bottom-0 z-1 mt-auto flex items-center gap-2 border-t border-line bg-surface px-5 py-3">
      <span role="status" className="num min-w-0 truncate" title={firstError}>
        <Standing {...props} />
      </span>
      <span className="flex-1" />
      <Button big onClick={onDryRun} busy={trying && "Asking"} disabledReason={errors > 0 ? firstError : undefined}>
        Dry run
      </Button>
      <Button
        kind="primary"
        big
        type="submit"
        keys={["Ctrl", "Enter"]}
        busy={creating && "Creating"}
        disabledReason={errors > 0 ? (firstError ?? "Correct the errors first") : undefined}
      >
        Create cluster
      </Button>
    </div>
  );
}

function Standing({ errors, warnings, firstError, fresh }: FormFootProps) {
  if (errors > 0 && fresh) return <span className="text-ink-3">{firstError}</span>;
  const words = [errors > 0 && counted(errors, "error"), warnings > 0 && counted(warnings, "warning")].filter(Boolean);
  const shape = errors > 0 ? "failing" : warnings > 0 ? "degraded" : "finished";
  return <State shape={shape}>{words.length > 0 ? words.join(", ") : "Nothing against it"}</State>;
}

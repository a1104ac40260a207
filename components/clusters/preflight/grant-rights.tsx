"use client";
import { useState } from "react";
import type { GrantObject, PreflightView } from "#server/clusters/preflight.schema.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { YamlSheet } from "../../ui/forbidden-state.tsx";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { type Place, useGrantRights } from "./preflight-queries.ts";
import { listText } from "./rights-words.ts";

interface GrantRightsProps {
  readonly place: Place;
  readonly grant: NonNullable<PreflightView["grant"]>;
}

const named = (objects: readonly GrantObject[]) => listText(objects.map(({ kind, name }) => `${kind} ${name}`));

/** The objects that give the missing rights: as YAML for whoever may create them, as a button for those who may. */
export function GrantRights({ place, grant }: GrantRightsProps) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="grid min-w-0 gap-3">
      <Note
        family={grant.allowed ? "info" : "plain"}
        fact={grant.allowed ? "You may give these rights." : "Ask somebody who may to create this."}
        {...(grant.allowed && { actions: <Button onClick={() => setAsked(true)}>Give the rights</Button> })}
      >
        {grant.allowed ? "It is the least that Flink needs, in this namespace alone." : grant.refusal}
      </Note>
      <details open={!grant.allowed}>
        <summary className="mb-2 w-fit cursor-pointer text-accent-ink hover:underline">As YAML for kubectl</summary>
        <YamlSheet name="flink-rights.yaml" text={grant.yaml} />
      </details>
      {asked && <GrantDialog place={place} grant={grant} onClose={() => setAsked(false)} />}
    </div>
  );
}

function GrantDialog({ place, grant, onClose }: GrantRightsProps & { readonly onClose: () => void }) {
  const give = useGrantRights();
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Give Flink its rights in ${place.namespace}`}
      lead={`Creates ${named(grant.objects)}. What exists is not changed; a Role of that name which gives something else stops it.`}
      actions={
        <>
          <Button big onClick={onClose}>
            Not now
          </Button>
          <Button
            big
            kind="primary"
            busy={give.isPending && "Creating"}
            onClick={() => give.mutate(place, { onSuccess: onClose })}
          >
            Create them
          </Button>
        </>
      }
    >
      {give.error && (
        <ErrorState fact="The rights were not given." error={give.error} stillHolds="Nothing is left of the try." />
      )}
      <p className="text-ink-2">
        Whoever can run code in a pod of this service account gets these rights, too: among them to start pods in the
        namespace. Taking them back is deleting the RoleBinding.
      </p>
    </Dialog>
  );
}

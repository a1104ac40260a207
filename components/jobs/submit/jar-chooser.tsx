"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { Age, bytesText } from "../../ui/quantities.tsx";
import { clusterJarsQuery, type Program, storedJarsQuery, useDeleteStoredJar } from "./jar-queries.ts";
import { JarUpload } from "./jar-upload.tsx";

type Jar = Program["jar"];

interface JarChooserProps {
  readonly cluster: ClusterPlace;
  readonly chosen: Jar | undefined;
  /** With the class that its manifest names, if any. */
  readonly onChoose: (jar: Jar, entryClass: string | undefined) => void;
  readonly error: string | undefined;
}

/** A jar that the console keeps, one that only the JobManager has, or a new one. */
export function JarChooser({ cluster, chosen, onChoose, error }: JarChooserProps) {
  const stored = useQuery(storedJarsQuery());
  const there = useQuery(clusterJarsQuery(cluster));
  const forget = useDeleteStoredJar();
  const onlyThere = (there.data?.jars ?? []).filter((jar) => jar.sha256 === undefined);
  return (
    <Panel title="Jar" note={error && <span className="text-bad-ink">{error}</span>}>
      <JarUpload
        limitBytes={stored.data?.limitBytes}
        onKept={(jar) => onChoose({ sha256: jar.sha256 }, jar.entryClass)}
      />
      {stored.error && (
        <div className="p-3">
          <ErrorState fact="The kept jars could not be read." error={stored.error} />
        </div>
      )}
      <div role="radiogroup" aria-label="Jar" className="max-h-72 overflow-y-auto border-t border-line">
        {(stored.data?.jars ?? []).map((jar) => (
          <Choice
            key={jar.sha256}
            name={jar.name}
            note={`${jar.sha256.slice(0, 8)}, ${bytesText(jar.sizeBytes)}${jar.entryClass ? `, ${jar.entryClass}` : ""}`}
            age={<Age since={jar.uploadedAt} />}
            checked={chosen !== undefined && "sha256" in chosen && chosen.sha256 === jar.sha256}
            onChoose={() => onChoose({ sha256: jar.sha256 }, jar.entryClass)}
            action={
              <Button
                kind="ghost"
                icon="trash"
                iconOnly
                onClick={() => forget.mutate(jar.sha256)}
                title={`Forget ${jar.name}: running jobs are not touched`}
              >
                {`Forget ${jar.name}`}
              </Button>
            }
          />
        ))}
        {onlyThere.map((jar) => (
          <Choice
            key={jar.jarId}
            name={jar.name}
            note={`only on the JobManager, until its pod goes${jar.entryClasses[0] ? `, ${jar.entryClasses[0]}` : ""}`}
            age={<Age since={jar.uploadedAt} />}
            checked={chosen !== undefined && "jarId" in chosen && chosen.jarId === jar.jarId}
            onChoose={() => onChoose({ jarId: jar.jarId }, jar.entryClasses[0])}
          />
        ))}
      </div>
    </Panel>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly note: string;
  readonly age: ReactNode;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly action?: ReactNode;
}

function Choice({ name, note, age, checked, onChoose, action }: ChoiceProps) {
  return (
    <div className="flex items-center gap-2 border-b border-line px-4 py-1.5 last:border-b-0 has-checked:bg-accent-tint">
      <label className="flex min-w-0 flex-1 items-center gap-2.5">
        <input type="radio" name="jar" className="accent-accent" checked={checked} onChange={onChoose} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-strong">{name}</span>
          <span className="block truncate text-12 text-ink-3" title={note}>
            {note}
          </span>
        </span>
        <span className="text-12 text-ink-3">{age} ago</span>
      </label>
      {action}
    </div>
  );
}

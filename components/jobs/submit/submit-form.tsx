"use client";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { ClusterPlace } from "../../client/cluster-href.ts";
import { Button } from "../../ui/button.tsx";
import { useShortcuts } from "../../ui/keyboard.ts";
import { Note } from "../../ui/note.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { jobHref } from "../job-href.ts";
import { emptyDraft, readDraft } from "./draft.ts";
import { JarChooser } from "./jar-chooser.tsx";
import { clusterJarsQuery, storedJarsQuery, usePlanJob, useSubmitJob } from "./jar-queries.ts";
import { PlanPanel } from "./plan-panel.tsx";
import { ProgramFields } from "./program-fields.tsx";
import { useDraft } from "./use-draft.ts";

/** A jar, what to run of it, its plan, and the button that runs it. */
export function SubmitForm({ cluster }: { readonly cluster: ClusterPlace }) {
  const router = useRouter();
  const savepointPath = useSearchParams().get("savepoint") ?? "";
  const [draft, change, clear] = useDraft(
    cluster,
    savepointPath === "" ? emptyDraft : { ...emptyDraft, savepointPath },
  );
  const [tried, setTried] = useState(false);
  const manifestClass = useManifestClass(cluster, draft.jar);
  const plan = usePlanJob(cluster);
  const submit = useSubmitJob(cluster);
  const { submission, wrong } = readDraft(draft);
  const shownWrong = tried ? wrong : [];

  const showPlan = () => {
    setTried(true);
    if (submission === undefined) return;
    const { savepoint: _, flinkConfiguration: __, ...program } = submission;
    plan.mutate(program);
  };
  const run = () => {
    setTried(true);
    if (submission === undefined || submit.isPending) return;
    submit.mutate(submission, {
      onSuccess: ({ jobId }) => {
        clear();
        router.push(jobHref({ ...cluster, jobId }) as Route);
      },
    });
  };
  useShortcuts("Submit job", [{ keys: "Ctrl Enter", does: "Run the job", run, inFields: true }]);

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        run();
      }}
      className="grid grid-cols-2 content-start gap-4 p-5 max-wide:grid-cols-1"
    >
      <div className="grid content-start gap-4">
        <JarChooser
          cluster={cluster}
          chosen={draft.jar}
          onChoose={(jar) => change({ jar })}
          error={shownWrong.find((one) => one.field === "jar")?.detail}
        />
        <ProgramFields draft={draft} onChange={change} wrong={shownWrong} manifestClass={manifestClass} />
      </div>
      <div className="grid content-start gap-4">
        <PlanPanel plan={plan.data} error={plan.error} />
        {submit.error && (
          <ErrorState
            fact="The job does not run."
            error={submit.error}
            stillHolds="Nothing of this submission is left on the cluster."
          />
        )}
        {shownWrong.length > 0 && (
          <Note family="bad" role="alert" fact={`${shownWrong.length} to correct.`}>
            {shownWrong.map((one) => one.detail).join(" ")}
          </Note>
        )}
        <div className="flex justify-end gap-2">
          <Button big onClick={showPlan} busy={plan.isPending && "Running main"}>
            Show plan
          </Button>
          <Button big kind="primary" type="submit" keys={["Ctrl", "Enter"]} busy={submit.isPending && "Submitting"}>
            Run job
          </Button>
        </div>
      </div>
    </form>
  );
}

function useManifestClass(cluster: ClusterPlace, jar: typeof emptyDraft.jar): string | undefined {
  const { data: stored } = useQuery(storedJarsQuery());
  const { data: there } = useQuery(clusterJarsQuery(cluster));
  if (jar === undefined) return undefined;
  if ("sha256" in jar) return stored?.jars.find((one) => one.sha256 === jar.sha256)?.entryClass;
  return there?.jars.find((one) => one.jarId === jar.jarId)?.entryClasses[0];
}

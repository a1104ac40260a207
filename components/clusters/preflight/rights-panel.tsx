"use client";
import { useQuery } from "@tanstack/react-query";
import type { AccountRights, PreflightView } from "#server/clusters/preflight.schema.ts";
import { Panel } from "../../ui/panel.tsx";
import { ErrorState } from "../../ui/problem-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { State, type StateShape } from "../../ui/state-mark.tsx";
import { GrantRights } from "./grant-rights.tsx";
import { type Place, preflightQuery } from "./preflight-queries.ts";
import { type AccountVerdict, lackingOf, rightsText, verdictOf } from "./rights-words.ts";

/** Whether the person may create the cluster, and its JobManager may do what Flink needs: asked before it is sent. */
export function RightsPanel({ place }: { readonly place: Place }) {
  const { data, error, refetch } = useQuery(preflightQuery(place));
  return (
    <Panel title="Rights" note={`in namespace ${place.namespace}, as Kubernetes answers`} padded>
      {error && <ErrorState fact="The rights could not be asked for." error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <SkeletonRows rows={2} waitingFor="Waiting for the API server" />}
      {data && (
        <div className="grid gap-3">
          <ul className="grid gap-1">
            <Mine view={data} />
            {data.accounts.map((account) => (
              <Account key={account.process} account={account} />
            ))}
          </ul>
          {data.grant && <GrantRights place={place} grant={data.grant} />}
        </div>
      )}
    </Panel>
  );
}

interface LineProps {
  readonly shape: StateShape;
  readonly word: string;
  readonly children: string;
}

function Line({ shape, word, children }: LineProps) {
  return (
    <li className="grid grid-cols-[132px_minmax(0,1fr)] gap-2">
      <State shape={shape}>{word}</State>
      <span className="text-ink-2">{children}</span>
    </li>
  );
}

function Mine({ view }: { readonly view: PreflightView }) {
  const create = lackingOf(view, "create");
  const use = lackingOf(view, "use");
  if (create.length > 0) {
    return <Line shape="failing" word="You may not">{`${rightsText(create)}: the cluster would be refused.`}</Line>;
  }
  if (use.length > 0) {
    return (
      <Line shape="degraded" word="You may, partly">
        {`Create it, yes. Afterwards you may not ${rightsText(use)}.`}
      </Line>
    );
  }
  return (
    <Line shape="finished" word="You may">
      Create its Deployment, Services and ConfigMap, read its logs, ask its REST, delete it.
    </Line>
  );
}

const shapes: Readonly<Record<AccountVerdict, StateShape>> = {
  enough: "finished",
  missing: "failing",
  "account-missing": "failing",
  unknown: "last-seen",
};

function Account({ account }: { readonly account: AccountRights }) {
  const verdict = verdictOf(account);
  return (
    <Line shape={shapes[verdict]} word={account.process}>
      {accountText(account, verdict)}
    </Line>
  );
}

function accountText({ name, process, rights }: AccountRights, verdict: AccountVerdict): string {
  switch (verdict) {
    case "enough":
      return `Service account ${name} has the rights that Flink needs.`;
    case "account-missing":
      return `Service account ${name} does not exist: no ${process} can start.`;
    case "missing":
      return `Service account ${name} may not ${rightsText(rights.filter(({ allowed }) => allowed === false))}.`;
    case "unknown":
      return `Whether service account ${name} may ${rightsText(rights)} is not known: you may not ask for others (SubjectAccessReview).`;
  }
}

"use client";
import { useQuery } from "@tanstack/react-query";
import type { NamespaceChoices } from "#server/clusters/choices.schema.ts";
import { choicesQuery } from "./preflight-queries.ts";

interface ChoiceListProps {
  /** What an input names in its `list`. */
  readonly id: string;
  readonly context: string;
  readonly namespace: string;
  readonly of: keyof NamespaceChoices;
}

/** Names that exist in the namespace, as suggestions for a text field: any other name may be typed as well. */
export function ChoiceList({ id, context, namespace, of }: ChoiceListProps) {
  const { data } = useQuery(choicesQuery(context, namespace));
  return (
    <datalist id={id}>
      {data?.[of].names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

const things: Readonly<Record<keyof NamespaceChoices, string>> = {
  serviceAccounts: "Service accounts",
  secrets: "Secrets",
  pullSecrets: "Secrets",
  nodeLabels: "Nodes",
};

/** Why a field has no suggestions; undefined where it has them. */
export function useChoiceNote(context: string, namespace: string, of: keyof NamespaceChoices): string | undefined {
  const choices = useQuery(choicesQuery(context, namespace)).data?.[of];
  if (choices === undefined) return undefined;
  if (!choices.listed) return `${things[of]} may not be listed here: type the name.`;
  return choices.cut ? `There are more than ${choices.names.length}: type the name of another one.` : undefined;
}

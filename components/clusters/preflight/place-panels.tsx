"use client";
import { useRested } from "../../ui/use-rested.ts";
import type { SpecInput } from "../cluster-queries.ts";
import { CapacityPanel } from "./capacity-panel.tsx";
import { placeOf } from "./place-of.ts";
import { RightsPanel } from "./rights-panel.tsx";

const REST_MS = 400;

interface PlacePanelsProps {
  readonly context: string;
  readonly spec: SpecInput;
}

/** What Kubernetes says of the place where a new cluster is to go: the rights, and the room. */
export function PlacePanels({ context, spec: typed }: PlacePanelsProps) {
  const spec = useRested(typed, REST_MS);
  const place = placeOf(context, spec);
  if (place === undefined) return null;
  return (
    <>
      <CapacityPanel context={context} spec={spec} />
      <RightsPanel place={place} />
    </>
  );
}

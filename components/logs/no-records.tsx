"use client";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { countText } from "../ui/quantities.tsx";
import { type LogAddress, sinceEver } from "./log-address.ts";
import type { LogTally } from "./log-tally.ts";

interface NoRecordsProps {
  readonly tally: LogTally;
  readonly address: LogAddress;
  readonly onChange: (change: Partial<LogAddress>) => void;
  /** The address without any filter. */
  readonly unfiltered: Partial<LogAddress>;
}

/** Nothing to show: the filter lets nothing through, or nothing was printed in the range. */
export function NoRecords({ tally, address, onChange, unfiltered }: NoRecordsProps) {
  if (tally.read > 0) {
    return (
      <EmptyState
        title="No record fits"
        actions={<Button onClick={() => onChange(unfiltered)}>Clear the filters</Button>}
      >
        {countText(tally.read)} records were read in this range, and the filters let none of them through.
      </EmptyState>
    );
  }
  const isAll = address.since === sinceEver && address.until === undefined;
  return (
    <EmptyState
      title="Nothing was printed"
      actions={
        !isAll && <Button onClick={() => onChange({ since: sinceEver, until: undefined })}>Show all there is</Button>
      }
    >
      {isAll ? "No pod has printed a line yet." : "No pod printed a line in this range."} New lines appear here.
    </EmptyState>
  );
}

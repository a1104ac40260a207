"use client";
import { useEffect, useState } from "react";

/** True once `milliseconds` have passed since it was first shown. */
function useAfter(milliseconds: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
}

const lengths = ["w-[72%]", "w-[54%]", "w-[64%]", "w-[48%]"];

interface SkeletonRowsProps {
  readonly rows?: number;
  /** Said after 3 s: «Waiting for the API server of prod-eu-1». */
  readonly waitingFor: string;
}

/** Grey rows of the final height: nothing for 150 ms, then the rows, after 3 s what is waited for. */
export function SkeletonRows({ rows = 6, waitingFor }: SkeletonRowsProps) {
  const shown = useAfter(150);
  const long = useAfter(3_000);
  return (
    <div aria-busy="true" className={shown ? undefined : "invisible"}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={lengths[row % lengths.length] + String(row)} className="flex h-8 items-center gap-2 px-5">
          <span className="size-3 rounded-full bg-selected" />
          <span className={`h-2.5 rounded-[3px] bg-selected ${lengths[row % lengths.length]}`} />
        </div>
      ))}
      <p role="status" className="h-8 px-5 pt-2 text-12 text-ink-3">
        {long ? waitingFor : ""}
      </p>
    </div>
  );
}

"use client";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

interface CopyButtonProps {
  /** What is copied, or where it comes from on press. */
  readonly text: string | (() => string);
  /** «Copy YAML»: its name and its title. */
  readonly label: string;
  /** Shows the word beside the icon. */
  readonly withWord?: boolean;
}

/** Copies text and says so for two seconds. */
export function CopyButton({ text, label, withWord = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2_000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    // The clipboard exists only in secure contexts: https and this machine.
    navigator.clipboard
      ?.writeText(typeof text === "string" ? text : text())
      .then(() => setOutcome("copied"))
      .catch(() => setOutcome("refused"));
  };
  const word = outcome === "copied" ? "Copied" : outcome === "refused" ? "The browser refused" : label;
  return (
    <Button
      kind="ghost"
      icon={outcome === "copied" ? "check" : "copy"}
      iconOnly={!withWord}
      title={word}
      onClick={copy}
    >
      {word}
    </Button>
  );
}

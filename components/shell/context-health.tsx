"use client";

/** The Kubernetes contexts with their health. */
export function ContextHealth() {
  return null;
}

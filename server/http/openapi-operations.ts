import * as audit from "../audit/schema.ts";
import * as clusters from "../clusters/schema.ts";
import * as jobs from "../jobs/schema.ts";
import * as logs from "../logs/schema.ts";
import type { Operation } from "../operation.schema.ts";
import * as settings from "../settings/schema.ts";
import * as openapi from "./openapi.schema.ts";

// A subject's schema.ts that is missing here fails a test.
const subjects: readonly object[] = [audit, clusters, jobs, logs, openapi, settings];

const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "answer" in value;

/** Every operation of every subject. */
export const allOperations: readonly Operation[] = subjects.flatMap((subject) =>
  Object.values(subject).filter(isOperation),
);

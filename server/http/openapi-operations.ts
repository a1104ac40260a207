import * as audit from "../audit/schema.ts";
import * as capacity from "../clusters/capacity.schema.ts";
import * as choices from "../clusters/choices.schema.ts";
import * as jobManager from "../clusters/job-manager.schema.ts";
import * as newCluster from "../clusters/new-cluster.schema.ts";
import * as preflight from "../clusters/preflight.schema.ts";
import * as clusters from "../clusters/schema.ts";
import * as startup from "../clusters/startup.schema.ts";
import * as flinkProxy from "../jobs/flink-proxy.schema.ts";
import * as flinkUi from "../jobs/flink-ui.schema.ts";
import * as jars from "../jobs/jars.schema.ts";
import * as job from "../jobs/job.schema.ts";
import * as metrics from "../jobs/metrics.schema.ts";
import * as jobs from "../jobs/schema.ts";
import * as live from "../live/schema.ts";
import * as logLevels from "../log-levels/schema.ts";
import * as logs from "../logs/schema.ts";
import type { Operation } from "../operation.schema.ts";
import * as savepoints from "../savepoints/schema.ts";
import * as settings from "../settings/schema.ts";
import * as openapi from "./openapi.schema.ts";

// A schema file with operations that is missing here fails a test.
const schemas: readonly object[] = [
  audit,
  capacity,
  choices,
  clusters,
  flinkProxy,
  flinkUi,
  jars,
  job,
  jobManager,
  jobs,
  live,
  logLevels,
  logs,
  metrics,
  newCluster,
  openapi,
  preflight,
  savepoints,
  settings,
  startup,
];

/** Tells an operation from the schemas beside it. */
export const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "answer" in value;

/** Every operation of every subject. */
export const allOperations: readonly Operation[] = schemas.flatMap((each) => Object.values(each).filter(isOperation));

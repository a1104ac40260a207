import { callerOf } from "../access/caller.ts";
import type { Operation } from "../operation.schema.ts";
import type { RouteHandler } from "./guarded.ts";
import { handle, type Run } from "./handle.ts";

/**
 * Makes an operation and a subject's function a route handler; the whole route file is
 * `export const POST = route(createClusterOperation, createCluster)`.
 *
 * It parses path, query and body, builds the caller, answers only what the answer's schema names, and turns each
 * failure into `application/problem+json` with the request's id, under which the cause is logged.
 */
export const route = <O extends Operation>(operation: O, run: Run<O>): RouteHandler => handle(operation, run, callerOf);

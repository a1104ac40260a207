import { z } from "zod";

type Nothing = z.ZodType<unknown>;
const nothing: Nothing = z.object({});

/**
 * One thing the API can do, described once: the route parses with it, the browser and the command line call with it,
 * and the OpenAPI document is made from it.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** A stable name for generated clients, such as `createCluster`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`, with `{name}` for each member of `params`: `/clusters/{context}/{namespace}/{clusterId}`. */
  readonly path: string;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** Parsed only where `method` is not GET. */
  readonly body: Body;
  readonly answer: Answer;
  /** Status of success. 204 sends no body, 303 says where else to look. */
  readonly status: 200 | 201 | 202 | 204 | 303;
  /** Set for streams: what the answer's bytes are instead of one JSON document; `answer` then describes one record. */
  readonly streams?: "application/x-ndjson" | "text/event-stream" | "text/plain" | "application/gzip";
  /** Set where the body is a file's bytes instead of JSON; `body` then takes nothing. */
  readonly takes?: "application/java-archive";
}

type Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Pick<
  Operation<P, Q, B, A>,
  "id" | "method" | "path" | "summary" | "answer"
> &
  Partial<Pick<Operation<P, Q, B, A>, "params" | "query" | "body" | "status" | "streams" | "takes">>;

/** Defines an operation; what is left out takes nothing and answers 200. */
export function operation<
  A extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(definition: Definition<P, Q, B, A>): Operation<P, Q, B, A> {
  // A type parameter is Nothing exactly where its member was left out.
  return { params: nothing as P, query: nothing as Q, body: nothing as B, status: 200, ...definition };
}

/** What a subject's function receives: path, query and body as one flat, parsed request. */
export type RequestOf<O extends Operation> = z.output<O["params"]> & z.output<O["query"]> & z.output<O["body"]>;
export type AnswerOf<O extends Operation> = z.output<O["answer"]>;

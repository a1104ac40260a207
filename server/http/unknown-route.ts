import { z } from "zod";
import { ConsoleError } from "../errors.ts";
import { operation } from "../operation.schema.ts";
import { guarded } from "./guarded.ts";

const unknown = operation({ id: "unknown", method: "GET", path: "/", summary: "", answer: z.object({}) });

/** Answers what is no operation of the API as the API answers: by a problem, not by a page. */
export const unknownRoute = guarded(unknown, async ({ request }) => {
  const { pathname } = new URL(request.url);
  throw new ConsoleError({ kind: "not-found", resource: `${request.method} ${pathname.slice(0, 200)}` });
});

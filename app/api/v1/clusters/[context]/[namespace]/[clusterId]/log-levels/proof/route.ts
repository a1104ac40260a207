import { route } from "#server/http/route.ts";
import { readProof } from "#server/log-levels/read-proof.ts";
import { readProofOperation } from "#server/log-levels/schema.ts";

export const GET = route(readProofOperation, readProof);

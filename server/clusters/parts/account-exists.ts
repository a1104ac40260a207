import type { Caller } from "../../caller.ts";
import { isFailure } from "../../errors.ts";
import { whereAllowed } from "./where-allowed.ts";

/** Whether a service account is there; undefined where this person may not look. */
export async function accountExists(
  door: ReturnType<Caller["kubernetes"]>,
  namespace: string,
  name: string,
): Promise<boolean | undefined> {
  try {
    return (await whereAllowed(door.read("ServiceAccount", namespace, name), undefined)) && true;
  } catch (error) {
    if (isFailure(error, "not-found")) return false;
    throw error;
  }
}

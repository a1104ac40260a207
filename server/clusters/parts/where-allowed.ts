import { isFailure } from "../../errors.ts";

/** The answer, or `otherwise` where Kubernetes does not let this person ask. Every other failure is thrown. */
export async function whereAllowed<T, O>(asked: Promise<T>, otherwise: O): Promise<T | O> {
  try {
    return await asked;
  } catch (error) {
    if (isFailure(error, "not-permitted")) return otherwise;
    throw error;
  }
}

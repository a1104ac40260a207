import { z } from "zod";
import { isFailure } from "../errors.ts";
import { sendJson } from "./api.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { AccessQuestion } from "./kubernetes-door.ts";

const path = "/apis/authorization.k8s.io/v1";
const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });

/** Asks the API server whether the person behind this connection may do it. */
export async function may(connection: KubernetesConnection, question: AccessQuestion): Promise<boolean> {
  return review(connection, "SelfSubjectAccessReview", { resourceAttributes: question });
}

/** Asks for a service account; undefined when this person may not ask about others. */
export async function mayServiceAccount(
  connection: KubernetesConnection,
  namespace: string,
  serviceAccount: string,
  question: AccessQuestion,
): Promise<boolean | undefined> {
  try {
    return await review(connection, "SubjectAccessReview", {
      resourceAttributes: question,
      user: `system:serviceaccount:${namespace}:${serviceAccount}`,
      groups: ["system:serviceaccounts", `system:serviceaccounts:${namespace}`, "system:authenticated"],
    });
  } catch (error) {
    if (isFailure(error, "not-permitted")) return undefined;
    throw error;
  }
}

async function review(
  connection: KubernetesConnection,
  kind: "SelfSubjectAccessReview" | "SubjectAccessReview",
  spec: object,
): Promise<boolean> {
  const answer = await sendJson(connection, {
    method: "POST",
    path: `${path}/${kind.toLowerCase()}s`,
    body: { apiVersion: "authorization.k8s.io/v1", kind, spec },
    asked: { context: connection.context, verb: "create", resource: kind },
  });
  return reviewSchema.parse(answer).status.allowed;
}

import type { Failure, Issue } from "./errors.ts";

/** The sentence of a failure: what happened, to what, and what to do next. */
export function failureDetail(failure: Failure): string {
  switch (failure.kind) {
    case "request-invalid":
      return invalidDetail(failure.issues);
    case "not-signed-in":
      return "Nobody is signed in. Sign in and try again.";
    case "origin-refused":
      return `A page of ${failure.origin} may not use this console. Open the console at its own address.`;
    case "host-refused":
      return `The console does not answer as ${failure.host}. If that is its name, add it to DREY_ALLOWED_HOSTS.`;
    case "media-type-refused":
      return `The body is ${failure.mediaType}; send ${failure.wanted}.`;
    case "not-permitted":
      return notPermittedDetail(failure);
    case "not-found":
      return `${failure.resource} does not exist, or you may not see it.`;
    case "already-exists":
      return `${failure.resource} already exists and was left alone. Choose another name, or delete it first.`;
    case "changed-meanwhile":
      return `${failure.resource} was changed since you read it${failure.now === undefined ? "" : ` and is now ${failure.now}`}; nothing was written. Read it again and repeat the change.`;
    case "too-large":
      return `${failure.what} is larger than the limit of ${failure.limit}. Send less.`;
    case "not-possible-now":
    case "kubernetes-rejected":
    case "flink-rejected":
      return failure.detail;
    case "kubernetes-unreachable":
      return `The API server of context ${failure.context} does not answer. Check that it runs and that the kubeconfig names it rightly, then try again.`;
    case "flink-unreachable":
      return `The JobManager of ${failure.clusterId} does not answer. It may still be starting: see the cluster's pods and events, then try again.`;
    case "timed-out":
      return `${failure.what} did not answer within ${failure.afterMs / 1000} s. Whether it took effect is not known: look before you try again.`;
    case "unexpected":
      return "The console failed in a way it does not know. Its log has the cause under this request's id.";
  }
}

function invalidDetail(issues: readonly Issue[]): string {
  const [first, ...more] = issues;
  if (first === undefined) return "The request is not valid.";
  const one = first.field === undefined ? first.detail : `${first.field}: ${first.detail}`;
  return more.length === 0 ? one : `${one} (and ${more.length} more to correct)`;
}

function notPermittedDetail(failure: Extract<Failure, { kind: "not-permitted" }>): string {
  const where = failure.namespace === undefined ? "" : ` in namespace ${failure.namespace}`;
  return `You may not ${failure.verb} ${failure.resource}${where}. Ask whoever administers the cluster for a role that allows it.`;
}

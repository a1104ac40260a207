import { type ProblemKind, problemKinds } from "#server/http/problem.schema.ts";

interface Meaning {
  readonly title: string;
  readonly status: number;
  readonly means: string;
  /** What to do, the likeliest first. */
  readonly todo: readonly string[];
}

/** What each type of problem means, for the person who meets it. A new type does not compile until it stands here. */
export const problemMeanings: Readonly<Record<ProblemKind, Meaning>> = {
  "request-invalid": {
    title: "Invalid request",
    status: 400,
    means: "Something in the request is not as it must be. Nothing was sent on, nothing was changed.",
    todo: ["Correct each field that `issues` names: `field` says where, `detail` what would be right."],
  },
  "not-signed-in": {
    title: "Not signed in",
    status: 401,
    means: "The console does not know who asks.",
    todo: ["Sign in, then try again."],
  },
  "origin-refused": {
    title: "Origin refused",
    status: 403,
    means:
      "A page of another address tried to use the console through your browser. The console refuses that, so that no other page can act with your rights.",
    todo: [
      "Open the console at its own address instead of inside or from another page.",
      "Behind a proxy: let it pass the Host header on unchanged.",
    ],
  },
  "host-refused": {
    title: "Host refused",
    status: 421,
    means:
      "The request names a host that the console is not known by. Answering would let a foreign name that points at this machine act as the console.",
    todo: [
      "Open the console at localhost or 127.0.0.1.",
      "If it has another name, add that to the environment variable DREY_ALLOWED_HOSTS and start it again.",
    ],
  },
  "media-type-refused": {
    title: "Media type refused",
    status: 415,
    means: "The body of the request is not of the type that this operation reads.",
    todo: ["Send the type that the problem names, usually `application/json`, in the header `Content-Type`."],
  },
  "not-permitted": {
    title: "Not permitted",
    status: 403,
    means:
      "Kubernetes refused: the user of your kubeconfig lacks a right. The problem names it: `verb`, `resource`, `namespace`.",
    todo: [
      "Ask whoever administers the cluster for a Role with that verb on that resource.",
      "Check the context: another one may have the right.",
    ],
  },
  "not-found": {
    title: "Not found",
    status: 404,
    means: "It does not exist, or you may not see it; the console does not tell which.",
    todo: ["Check the name, the namespace and the context.", "It may have been deleted: the audit page knows."],
  },
  "already-exists": {
    title: "Already exists",
    status: 409,
    means: "An object of that name is there. It was neither changed nor deleted.",
    todo: ["Choose another name.", "Delete what is there, if it is yours to delete."],
  },
  "changed-meanwhile": {
    title: "Changed meanwhile",
    status: 409,
    means:
      "Somebody changed the object after you read it. Writing would have undone their change, so nothing was written.",
    todo: ["Read it again, look at the difference, and repeat your change."],
  },
  "not-possible-now": {
    title: "Not possible now",
    status: 409,
    means: "The request is right, but the state of the cluster, the job or the console does not allow it now.",
    todo: ["Do what the detail says, or wait until the state has changed."],
  },
  "too-large": {
    title: "Too large",
    status: 413,
    means: "It is above a limit that protects the console or the cluster. The limit stands in the problem.",
    todo: ["Send less, or ask for a smaller part."],
  },
  "kubernetes-rejected": {
    title: "Rejected by Kubernetes",
    status: 422,
    means: "The API server, or an admission webhook in it, refused an object. The detail is its own words.",
    todo: ["Correct what it names. `issues` has the field where Kubernetes told one."],
  },
  "kubernetes-unreachable": {
    title: "Kubernetes unreachable",
    status: 503,
    means: "The API server of that context does not answer. What pages show of it was seen last.",
    todo: [
      "Check that it runs and that this machine reaches it: `kubectl --context NAME version`.",
      "Credentials may have ended: sign in to the cluster again.",
    ],
  },
  "flink-rejected": {
    title: "Rejected by Flink",
    status: 502,
    means:
      "The JobManager answered with an error, or with something that this console does not know. The detail is its own words.",
    todo: ["Read the JobManager's log at that time for the whole stack trace."],
  },
  "flink-unreachable": {
    title: "Flink unreachable",
    status: 503,
    means: "The JobManager's REST endpoint does not answer. It comes up some seconds after its pod.",
    todo: ["Look at the cluster's pods and events.", "Read the JobManager's log."],
  },
  "timed-out": {
    title: "Timed out",
    status: 504,
    means: "An answer did not come in time. Whether the change took effect is not known.",
    todo: ["Look at the state of the thing first.", "Then try again."],
  },
  unexpected: {
    title: "Unexpected failure",
    status: 500,
    means: "The console met something that it was not written for. That is a fault of the console.",
    todo: [
      "Find the request's id (`instance`) in the console's log: the cause stands there.",
      "Report it with that part of the log.",
    ],
  },
};

/** The kind of that name, or undefined. */
export const problemKindOf = (name: string): ProblemKind | undefined => problemKinds.find((kind) => kind === name);

import { z } from "zod";
import { ConsoleError, isFailure } from "../errors.ts";
import { may } from "./access-review.ts";
import { sendJson } from "./api.ts";
import type { KubernetesConnection } from "./connection.ts";
import type { Kind, Kinds, ListOptions } from "./kubernetes-door.ts";
import { apiVersionOf, labelOf, pathOf, resourceOf } from "./paths.ts";
import type { Asked } from "./status.ts";

const fieldManager = "drey";
const defaultLimit = 500;

const objectSchema = z.looseObject({ metadata: z.looseObject({ name: z.string() }) });
const listSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().optional(), continue: z.string().optional() }),
  items: z.array(z.unknown()).nullable(),
});

/** Says what is asked of which object, for the failure's text. */
export function askedFor(
  connection: KubernetesConnection,
  verb: string,
  kind: Kind,
  namespace?: string,
  name?: string,
): Asked {
  const secret = kind === "Secret";
  return { context: connection.context, verb, resource: labelOf(kind, namespace, name), namespace, secret };
}

/**
 * Takes an answer as an object of that kind: it has a name, and for the rest the API server's schema is trusted.
 * Lists carry neither kind nor apiVersion in their items, so both are put back.
 */
export function parseObject<K extends Kind>(kind: K, value: unknown): Kinds[K] {
  const isKind = z.custom<Kinds[K]>((candidate) => objectSchema.safeParse(candidate).success);
  const parsed = isKind.safeParse(value);
  if (!parsed.success) throw new ConsoleError({ kind: "unexpected" }, { cause: new Error(`not a ${kind}`) });
  return { apiVersion: apiVersionOf(kind), kind, ...parsed.data };
}

export async function readObject<K extends Kind>(
  connection: KubernetesConnection,
  kind: K,
  namespace: string | undefined,
  name: string,
): Promise<Kinds[K]> {
  const asked = askedFor(connection, "get", kind, namespace, name);
  return parseObject(kind, await sendJson(connection, { method: "GET", path: pathOf(kind, namespace, name), asked }));
}

export async function listObjects<K extends Kind>(
  connection: KubernetesConnection,
  kind: K,
  namespace: string | undefined,
  options: ListOptions = {},
): Promise<{ items: Kinds[K][]; cut: boolean }> {
  const { items, next } = parseList(kind, await firstPage(connection, kind, namespace, options));
  return { items, cut: next !== undefined };
}

const metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

/** Names alone: the API server leaves the rest out, so that no value of a Secret comes here. */
export async function listNames(
  connection: KubernetesConnection,
  kind: Kind,
  namespace: string | undefined,
  options: ListOptions = {},
): Promise<{ names: string[]; cut: boolean }> {
  const answer = await firstPage(connection, kind, namespace, options, metadataOnly);
  const { items, metadata } = listSchema.parse(answer);
  return {
    names: (items ?? []).map((item) => objectSchema.parse(item).metadata.name),
    cut: (metadata.continue ?? "") !== "",
  };
}

function firstPage(
  connection: KubernetesConnection,
  kind: Kind,
  namespace: string | undefined,
  { labelSelector, fieldSelector, limit = defaultLimit }: ListOptions,
  accept?: string,
): Promise<unknown> {
  return sendJson(connection, {
    method: "GET",
    path: pathOf(kind, namespace),
    query: { labelSelector, fieldSelector, limit },
    asked: askedFor(connection, "list", kind, namespace),
    ...(accept !== undefined && { accept }),
  });
}

/** One page of a list; `next` asks for the following one. */
export function parseList<K extends Kind>(
  kind: K,
  answer: unknown,
): { items: Kinds[K][]; next: string | undefined; resourceVersion: string } {
  const { items, metadata } = listSchema.parse(answer);
  return {
    items: (items ?? []).map((item) => parseObject(kind, item)),
    next: metadata.continue || undefined,
    resourceVersion: metadata.resourceVersion ?? "",
  };
}

export async function createObject<K extends Kind>(
  connection: KubernetesConnection,
  kind: K,
  namespace: string | undefined,
  object: object,
  options: { dryRun?: boolean; fieldManager?: string } = {},
): Promise<Kinds[K]> {
  const name = objectSchema.safeParse(object).data?.metadata.name;
  return write(connection, kind, namespace, {
    verb: "create",
    name,
    method: "POST",
    path: pathOf(kind, namespace),
    query: {
      fieldManager: options.fieldManager ?? fieldManager,
      fieldValidation: "Strict",
      dryRun: options.dryRun ? "All" : undefined,
    },
    body: { ...object, apiVersion: apiVersionOf(kind), kind },
  });
}

export async function replaceObject<K extends Kind>(
  connection: KubernetesConnection,
  kind: K,
  namespace: string | undefined,
  object: Kinds[K],
): Promise<Kinds[K]> {
  const { name, resourceVersion } = object.metadata ?? {};
  if (!name || !resourceVersion) {
    throw new ConsoleError({ kind: "unexpected" }, { cause: new Error(`${kind} to replace has no resourceVersion`) });
  }
  return write(connection, kind, namespace, {
    verb: "update",
    name,
    method: "PUT",
    path: pathOf(kind, namespace, name),
    query: { fieldManager, fieldValidation: "Strict" },
    body: { ...object, apiVersion: apiVersionOf(kind), kind },
  });
}

export async function patchObject<K extends Kind>(
  connection: KubernetesConnection,
  kind: K,
  namespace: string | undefined,
  name: string,
  patch: object,
): Promise<Kinds[K]> {
  return write(connection, kind, namespace, {
    verb: "patch",
    name,
    method: "PATCH",
    path: pathOf(kind, namespace, name),
    query: { fieldManager, fieldValidation: "Strict" },
    body: patch,
    contentType: "application/merge-patch+json",
  });
}

export async function deleteObject(
  connection: KubernetesConnection,
  kind: Kind,
  namespace: string | undefined,
  name: string,
  options: { uid?: string; propagation?: "Background" | "Foreground" } = {},
): Promise<void> {
  await sendJson(connection, {
    method: "DELETE",
    path: pathOf(kind, namespace, name),
    body: {
      apiVersion: "v1",
      kind: "DeleteOptions",
      propagationPolicy: options.propagation ?? "Background",
      ...(options.uid !== undefined && { preconditions: { uid: options.uid } }),
    },
    asked: askedFor(connection, "delete", kind, namespace, name),
  });
}

interface Write {
  readonly verb: "create" | "update" | "patch";
  readonly name: string | undefined;
  readonly method: "POST" | "PUT" | "PATCH";
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: object;
  readonly contentType?: string;
}

async function write<K extends Kind>(
  connection: KubernetesConnection,
  kind: K,
  namespace: string | undefined,
  { verb, name, ...request }: Write,
): Promise<Kinds[K]> {
  const asked = askedFor(connection, verb, kind, namespace, name);
  try {
    return parseObject(kind, await sendJson(connection, { ...request, asked }));
  } catch (error) {
    throw await explainForbidden(connection, kind, asked, error);
  }
}

/**
 * Kubernetes answers the same 403 to a person without the right and to an object that a quota or an admission rule
 * refuses. Only an access review tells them apart: who has the right was refused for what the object asks.
 */
async function explainForbidden(
  connection: KubernetesConnection,
  kind: Kind,
  asked: Asked,
  error: unknown,
): Promise<unknown> {
  if (!isFailure(error, "not-permitted") || !(error.cause instanceof Error)) return error;
  const { group, plural } = resourceOf(kind);
  const question = { verb: asked.verb, resource: plural, group };
  const allowed = await may(connection, asked.namespace ? { ...question, namespace: asked.namespace } : question).catch(
    () => false,
  );
  if (!allowed) return error;
  const detail = asked.secret ? `${asked.resource} was refused.` : error.cause.message;
  return new ConsoleError({ kind: "kubernetes-rejected", detail }, { cause: error });
}

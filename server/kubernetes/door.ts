import type { KubeConfig } from "@kubernetes/client-node";
import { z } from "zod";
import { may, mayServiceAccount } from "./access-review.ts";
import { sendJson } from "./api.ts";
import { KubernetesConnection } from "./connection.ts";
import { createOwned } from "./create-owned.ts";
import { execInPod } from "./exec.ts";
import type { KubernetesDoor } from "./kubernetes-door.ts";
import {
  createObject,
  deleteObject,
  listNames,
  listObjects,
  patchObject,
  readObject,
  replaceObject,
} from "./objects.ts";
import { podLog } from "./pod-logs.ts";
import { proxyService } from "./service-proxy.ts";
import { WatchCaches } from "./watch-caches.ts";

/** A door and the way to shut it: all its watches, logs and connections end. */
export interface OpenDoor extends KubernetesDoor {
  close(): Promise<void>;
}

const versionSchema = z.object({ gitVersion: z.string() });

/** `config` has `context` as its current context and belongs to this door alone. */
export function openDoor(config: KubeConfig, context: string, namespace: string | undefined): OpenDoor {
  const connection = new KubernetesConnection(config, context);
  const defaultNamespace = namespace || "default";
  const caches = new WatchCaches(connection, {
    defaultNamespace,
    firstPauseMs: 200,
    longestPauseMs: 15_000,
    quietMs: 75_000,
    recheckMs: 60_000,
    idleMs: 180_000,
  });
  return {
    context,
    defaultNamespace,
    read: (kind, ...rest) => readObject(connection, kind, ...rest),
    list: (kind, ...rest) => listObjects(connection, kind, ...rest),
    listNames: (kind, ...rest) => listNames(connection, kind, ...rest),
    create: (kind, ...rest) => createObject(connection, kind, ...rest),
    createOwned: (...rest) => createOwned(connection, ...rest),
    replace: (kind, ...rest) => replaceObject(connection, kind, ...rest),
    patch: (kind, ...rest) => patchObject(connection, kind, ...rest),
    delete: (...rest) => deleteObject(connection, ...rest),
    watched: (kind, labelSelector) => caches.watched(kind, labelSelector),
    watchedSoon: (kind, ...rest) => caches.watchedSoon(kind, ...rest),
    onChange: (kind, ...rest) => caches.onChange(kind, ...rest),
    podLog: (...rest) => podLog(connection, ...rest),
    exec: (...rest) => execInPod(connection, ...rest),
    proxyService: (...rest) => proxyService(connection, ...rest),
    may: (question) => may(connection, question),
    mayServiceAccount: (...rest) => mayServiceAccount(connection, ...rest),
    version: () => versionOf(connection),
    close: async () => {
      caches.close();
      await connection.close();
    },
  };
}

async function versionOf(connection: KubernetesConnection): Promise<string> {
  const answer = await sendJson(connection, {
    method: "GET",
    path: "/version",
    asked: { context: connection.context, verb: "get", resource: "version" },
    timeoutMs: 10_000,
  });
  return versionSchema.parse(answer).gitVersion;
}

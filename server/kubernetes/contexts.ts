import { existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { type Cluster, type Context, KubeConfig, type User } from "@kubernetes/client-node";
import { env } from "../env.ts";
import { ConsoleError } from "../errors.ts";
import { log } from "../log.ts";
import { homeDirectory } from "../process-user.ts";
import { type OpenDoor, openDoor } from "./door.ts";
import type { KubernetesDoor } from "./kubernetes-door.ts";

const serviceAccountToken = "/var/run/secrets/kubernetes.io/serviceaccount/token";
const inCluster = "in-cluster";
/** A changed kubeconfig is noticed within this time. */
const recheckMs = 1_000;

/** The contexts that a kubeconfig names, or the one of the pod that the console runs in. */
export interface KubernetesContexts {
  /** The current one first. Read again when a kubeconfig file changes. */
  names(): readonly string[];
  /** The same door for the same context until its entry in the kubeconfig changes. Throws `not-found`. */
  door(context: string): KubernetesDoor;
  /** Ends all watches and connections. */
  close(): Promise<void>;
}

interface Entry {
  readonly context: Context;
  readonly cluster: Cluster;
  readonly user: User;
}

interface Loaded {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly fingerprint: string;
}

const processKey = Symbol.for("drey.kubernetes-contexts");
const shared: typeof globalThis & { [processKey]?: KubernetesContexts } = globalThis;

/** The contexts of this process. On globalThis, because Next loads a module once for routes and once for the start. */
export function processContexts(): KubernetesContexts {
  shared[processKey] ??= openContexts({ kubeconfig: env.KUBECONFIG });
  return shared[processKey];
}

/** `kubeconfig` as in the environment variable KUBECONFIG: files, the first to name a thing wins. */
export function openContexts(options: { kubeconfig: string | undefined }): KubernetesContexts {
  return new KubeconfigContexts(kubeconfigFiles(options.kubeconfig));
}

class KubeconfigContexts implements KubernetesContexts {
  readonly #files: readonly string[];
  readonly #doors = new Map<string, { door: OpenDoor; entry: string }>();
  #loaded: Loaded = { entries: new Map(), fingerprint: "" };
  #checkedAt = 0;

  constructor(files: readonly string[]) {
    this.#files = files;
  }

  names(): readonly string[] {
    this.#refresh();
    return [...this.#loaded.entries.keys()];
  }

  door(context: string): KubernetesDoor {
    this.#refresh();
    const entry = this.#loaded.entries.get(context);
    if (entry === undefined) throw new ConsoleError({ kind: "not-found", resource: `Context ${context}` });
    const known = this.#doors.get(context);
    if (known !== undefined) return known.door;
    const door = openDoor(configOf(entry), context, entry.context.namespace);
    this.#doors.set(context, { door, entry: JSON.stringify(entry) });
    return door;
  }

  async close(): Promise<void> {
    const doors = [...this.#doors.values()];
    this.#doors.clear();
    await Promise.all(doors.map(({ door }) => door.close()));
  }

  #refresh(): void {
    const now = Date.now();
    if (now - this.#checkedAt < recheckMs) return;
    this.#checkedAt = now;
    const fingerprint = fingerprintOf(this.#files);
    if (fingerprint === this.#loaded.fingerprint) return;
    try {
      this.#loaded = { entries: load(this.#files), fingerprint };
    } catch (error) {
      // A file that is being written: what was known stays until it can be read.
      log.warn({ files: this.#files, err: error }, "the kubeconfig can't be read");
      return;
    }
    this.#closeChanged();
  }

  #closeChanged(): void {
    for (const [context, known] of this.#doors) {
      if (JSON.stringify(this.#loaded.entries.get(context)) === known.entry) continue;
      this.#doors.delete(context);
      known.door.close().catch((error: unknown) => log.warn({ context, err: error }, "closing a former context"));
    }
  }
}

function kubeconfigFiles(kubeconfig: string | undefined): string[] {
  if (kubeconfig) return kubeconfig.split(delimiter).filter((file) => file !== "");
  const home = homeDirectory();
  return home === undefined ? [] : [join(home, ".kube", "config")];
}

function fingerprintOf(files: readonly string[]): string {
  const parts = files.map((file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? `${stat.mtimeMs}:${stat.size}:${stat.ino}` : "none";
  });
  return parts.join(",");
}

/** As kubectl merges: missing files are passed over, the first file to name a thing wins. */
function load(files: readonly string[]): Map<string, Entry> {
  const configs = files.filter((file) => existsSync(file)).map(readConfig);
  if (configs.length === 0) return loadInCluster();
  const entries = new Map<string, Entry>();
  const current = configs.find((config) => config.currentContext)?.currentContext;
  const contexts = configs.flatMap((config) => config.contexts);
  const ordered = [...contexts.filter(({ name }) => name === current), ...contexts];
  for (const context of ordered) {
    const cluster = configs.flatMap((config) => config.clusters).find(({ name }) => name === context.cluster);
    const user = configs.flatMap((config) => config.users).find(({ name }) => name === context.user);
    if (cluster && !entries.has(context.name)) {
      entries.set(context.name, { context, cluster, user: user ?? { name: context.user } });
    }
  }
  return entries;
}

function readConfig(file: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(readFileSync(file, "utf8"), { onInvalidEntry: "filter" });
  config.makePathsAbsolute(dirname(file));
  return config;
}

function loadInCluster(): Map<string, Entry> {
  if (!existsSync(serviceAccountToken)) return new Map();
  const config = new KubeConfig();
  config.loadFromCluster();
  const cluster = config.getCurrentCluster();
  const user = config.getCurrentUser();
  const context = config.getContextObject(config.currentContext);
  if (!cluster || !user || !context) return new Map();
  return new Map([[inCluster, { cluster, user, context: { ...context, name: inCluster } }]]);
}

function configOf({ context, cluster, user }: Entry): KubeConfig {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [cluster],
    users: [user],
    contexts: [context],
    currentContext: context.name,
  });
  return config;
}

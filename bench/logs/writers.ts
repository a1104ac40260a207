import { setTimeout as sleep } from "node:timers/promises";
import { type TestNamespace, testNamespace } from "../../server/test-namespace.ts";

/** Pods that look like a Flink cluster's and print lines like Flink's, each with the time at which it was printed. */

const image = "flink:2.3.0";
export const clusterId = "bench";

/** Prints so many lines as fast as it can, then sleeps. */
export const burst = (lines: number): readonly string[] => [
  "perl",
  "-MTime::HiRes=time,sleep",
  "-MPOSIX=strftime",
  "-e",
  `${printOne} for (1..$ARGV[0]) { one("INFO ", "line $_") } STDOUT->flush(); sleep(1e6);`,
  String(lines),
];

/**
 * Prints so many lines a second, ten times a second some, and one ERROR among a thousand, until it is deleted. What a busy
 * machine kept it from is not made up for.
 */
export const steady = (linesASecond: number): readonly string[] => [
  "perl",
  "-MTime::HiRes=time,sleep",
  "-MPOSIX=strftime",
  "-e",
  `${printOne} my $n = 0; my $next = time; while (1) { for (1..$ARGV[0]) { $n++; one($n % 1000 ? "INFO " : "ERROR", "line $n") } ` +
    "STDOUT->flush(); $next += 0.1; my $left = $next - time; if ($left > 0) { sleep($left) } else { $next = time } }",
  String(linesASecond / 10),
];

/** Ten times a second `echo`, each in a process of its own, until it is deleted. */
export const probe: readonly string[] = [
  "perl",
  "-MTime::HiRes=time,sleep",
  "-e",
  'my $n = 0; while (1) { $n++; my $ms = int(time * 1000); system("/bin/echo", "probe $n sent=$ms"); sleep(0.1) }',
];

const printOne =
  "sub one { my $t = time; my $ms = int($t * 1000); " +
  'printf("%s,%03d %s org.apache.flink.runtime.checkpoint.CheckpointCoordinator [] - Completed checkpoint %s sent=%d\\n", ' +
  'strftime("%Y-%m-%d %H:%M:%S", gmtime($t)), $ms % 1000, $_[0], $_[1], $ms); }';

export interface BenchCluster extends AsyncDisposable {
  readonly namespace: TestNamespace;
  readonly path: string;
  /** Starts so many pods and waits until all of them run. */
  start(prefix: string, pods: number, command: readonly string[]): Promise<void>;
  /** Deletes all its pods and waits until they are gone. */
  clear(): Promise<void>;
}

/** A namespace with pods of one cluster, deleted at the end. */
export async function benchCluster(): Promise<BenchCluster> {
  const namespace = await testNamespace();
  const { door, name } = namespace;
  const labels = { type: "flink-native-kubernetes", app: clusterId, component: "taskmanager" };
  const pods = () => door.list("Pod", name, { labelSelector: `app=${clusterId}` });
  const until = async (what: string, holds: () => Promise<boolean>) => {
    const end = Date.now() + 240_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`Not within four minutes: ${what}`);
      await sleep(500);
    }
  };
  return {
    namespace,
    path: `/clusters/${encodeURIComponent(namespace.context)}/${name}/${clusterId}`,
    start: async (prefix, count, command) => {
      const container = { name: "flink-main-container", image, imagePullPolicy: "IfNotPresent", command: [...command] };
      for (let index = 0; index < count; index++) {
        await door.create("Pod", name, {
          metadata: { name: `${prefix}-${index}`, labels },
          spec: {
            containers: [container],
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 0,
          },
        });
      }
      await until("all pods run", async () =>
        (await pods()).items.every(({ status }) => status?.phase === "Running" && status.podIP !== undefined),
      );
    },
    clear: async () => {
      const { items } = await pods();
      for (const { metadata } of items) await door.delete("Pod", name, metadata?.name ?? "");
      await until("all pods are gone", async () => (await pods()).items.length === 0);
    },
    [Symbol.asyncDispose]: () => namespace[Symbol.asyncDispose](),
  };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { type FlinkNamespace, flinkNamespace } from "./flink-namespace.ts";
import { startConsole } from "./own-console.ts";

const clusterId = "kept";
const jar = "/opt/flink/examples/streaming/WordCount.jar";
const taskManager = `${clusterId}-taskmanager-1-1`;

test("the log of a TaskManager that was released is still read, searched and downloaded", async ({ page }) => {
  test.setTimeout(360_000);
  await using namespace = await flinkNamespace("logs");
  const home = `/clusters/${namespace.context}/${namespace.name}/${clusterId}`;
  const main = page.getByRole("main");
  const records = page.getByRole("log", { name: "Log records" });

  await test.step("run a job that ends", async () => {
    const spec = { mode: "session", flinkVersion: "2.3.0", configuration: smallSession(namespace.name) };
    const made = await page.request.post("/api/v1/clusters", { data: { context: namespace.context, spec } });
    expect(made.status(), await made.text()).toBe(201);
    await page.goto(home);
    await expect(main.getByText("Running", { exact: true }).first()).toBeVisible({ timeout: 150_000 });
    await namespace.inJobManager(clusterId, ["/opt/flink/bin/flink", "run", "-d", "-m", "localhost:8081", jar]);
  });

  await test.step("see the TaskManager's records as they come", async () => {
    await page.goto(`${home}/logs?since=all&q=ResourceID`);
    await expect(records.getByText("Starting TaskManager with ResourceID").first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step("see what is meant to do harm as text", async () => {
    await startPod(namespace, "hostile", ["perl", "-e", hostileLines]);
    const problems: string[] = [];
    page.on("dialog", (dialog) => dialog.dismiss().catch(() => undefined));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(`${home}/logs?since=all&pods=hostile`);
    await expect(records.getByText('<script>document.title="harmed"</script>')).toBeVisible({ timeout: 30_000 });
    await expect(records.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
    await expect(records.getByText("red", { exact: true })).toHaveClass("text-bad-ink");
    await expect(records.getByText("[2J")).toHaveCount(0);
    await expect(records.getByText("invalid \ufffd\ufffd bytes")).toBeVisible();
    await expect(records.getByText("a cut caf\ufffd")).toBeVisible();
    await expect(records.getByText("more were not kept")).toBeVisible();
    await records.getByRole("button", { name: /^Show all 65,\d\d\d characters$/ }).click();
    await expect(records.getByText("x".repeat(65_000))).toBeVisible();
    expect(await page.title()).not.toContain("harmed");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(problems).toEqual([]);
  });

  await test.step("let Flink release the TaskManager", async () => {
    const labelSelector = `app=${clusterId},component=taskmanager`;
    const left = async () => (await namespace.door.list("Pod", namespace.name, { labelSelector })).items.length;
    await expect.poll(left, { timeout: 120_000, intervals: [1_000] }).toBe(0);
  });

  await test.step("find its records", async () => {
    await page.goto(`${home}/logs?since=all&pods=${taskManager}&q=ResourceID`);
    await expect(records.getByText("Starting TaskManager with ResourceID").first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByTitle(`${taskManager}, gone, its log was kept`)).toBeVisible();
  });

  await test.step("download them", async () => {
    const answer = await page.request.get(`/api/v1${home}/logs/download?pods=${taskManager}&text=ResourceID`);
    expect(await answer.text()).toContain(`${taskManager} `);
    expect(answer.headers()["content-type"]).toContain("text/plain");
  });
});

/** Little CPU requested, more of it allowed. */
const smallSession = (namespace: string) => ({
  "kubernetes.cluster-id": clusterId,
  "kubernetes.namespace": namespace,
  "kubernetes.container.image.ref": "flink:2.3.0",
  "kubernetes.jobmanager.cpu.amount": "0.2",
  "kubernetes.taskmanager.cpu.amount": "0.2",
  "kubernetes.jobmanager.cpu.limit-factor": "10",
  "kubernetes.taskmanager.cpu.limit-factor": "10",
});

/** What a program may print to fool whoever reads it. */
const hostileLines = String.raw`
  print "<script>document.title=\"harmed\"</script>\n<img src=x onerror=alert(1)>\n";
  print "\e[2J\e[1;1H \e[31mred\e[0m\n";
  print "invalid \xff\xfe bytes\na cut caf\xc3\n";
  print "x" x 1_000_000, "\n";
  STDOUT->flush(); sleep 600;`;

/** Prints numbered lines, five hundred a second. */
const counting =
  '$| = 1; my $n = 0; while (1) { for (1..50) { $n++; print "number $n\\n" } select(undef, undef, undef, 0.1) }';

async function startPod(namespace: FlinkNamespace, name: string, command: readonly string[]): Promise<void> {
  await namespace.door.create("Pod", namespace.name, {
    metadata: { name, labels: { type: "flink-native-kubernetes", app: clusterId } },
    spec: {
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      containers: [
        { name: "flink-main-container", image: "flink:2.3.0", imagePullPolicy: "IfNotPresent", command: [...command] },
      ],
    },
  });
}

const podsAnswer = z.object({ pods: z.array(z.object({ state: z.string(), keptBytes: z.number() })) });

test("a console that is killed goes on with a pod's log: no line twice, none missing", async ({ request }) => {
  test.setTimeout(120_000);
  await using namespace = await flinkNamespace("logs");
  const dataDir = await mkdtemp(join(tmpdir(), "drey-killed-"));
  const logs = `/api/v1/clusters/${namespace.context}/${namespace.name}/${clusterId}/logs`;
  const port = 3192;
  const lookAt = async (url: string) =>
    podsAnswer.parse(await (await request.get(`${url}${logs}/pods`)).json()).pods[0];
  try {
    await using killed = await startConsole({ port, dataDir });
    await startPod(namespace, "counting", ["perl", "-e", counting]);
    await expect
      .poll(async () => (await lookAt(killed.url))?.keptBytes ?? 0, { timeout: 30_000 })
      .toBeGreaterThan(40_000);
    await killed.kill();
    await using second = await startConsole({ port, dataDir });
    await expect
      .poll(async () => (await lookAt(second.url))?.keptBytes ?? 0, { timeout: 30_000 })
      .toBeGreaterThan(120_000);
    await namespace.door.delete("Pod", namespace.name, "counting");
    await expect.poll(async () => (await lookAt(second.url))?.state, { timeout: 30_000 }).toBe("kept");
    const text = await (await request.get(`${second.url}${logs}/download`)).text();
    const numbers = [...text.matchAll(/number (\d+)/g)].map((match) => Number(match[1]));
    expect(numbers.length).toBeGreaterThan(2_000);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    expect(text).not.toContain("lines may be missing");
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

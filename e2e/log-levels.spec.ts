import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type FlinkNamespace, flinkNamespace } from "./flink-namespace.ts";

const clusterId = "levels";
const logger = "org.apache.flink.runtime.checkpoint";
const jar = "/opt/flink/examples/streaming/TopSpeedWindowing.jar";

async function createSession(page: Page, namespace: FlinkNamespace): Promise<void> {
  const configuration = {
    "kubernetes.cluster-id": clusterId,
    "kubernetes.namespace": namespace.name,
    "kubernetes.container.image.ref": "flink:2.3.0",
    "kubernetes.jobmanager.cpu.amount": "0.2",
    "kubernetes.jobmanager.cpu.limit-factor": "10",
    "kubernetes.taskmanager.cpu.amount": "0.2",
    "kubernetes.taskmanager.cpu.limit-factor": "10",
    // Checkpoints are what the logger speaks of, in JobManager and TaskManagers.
    "execution.checkpointing.interval": "1 s",
    "execution.checkpointing.unaligned.enabled": "true",
  };
  const spec = { mode: "session", flinkVersion: "2.3.0", configuration };
  const answer = await page.request.post("/api/v1/clusters", { data: { context: namespace.context, spec } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function fileOf(page: Page, namespace: FlinkNamespace): Promise<string> {
  const path = `/api/v1/clusters/${namespace.context}/${namespace.name}/${clusterId}/log-levels/file`;
  const { text }: { text: string } = await (await page.request.get(path)).json();
  return text;
}

test("a person makes checkpoints talk for a while, sees it proved in each pod, and gets the file back byte for byte", async ({
  page,
}) => {
  test.setTimeout(420_000);
  await using namespace = await flinkNamespace("levels");
  const home = `/clusters/${namespace.context}/${namespace.name}/${clusterId}`;
  const main = page.getByRole("main");
  const loggers = main.getByRole("table", { name: "Loggers" });
  const row = loggers.getByRole("row").filter({ hasText: logger });
  let before = "";

  await test.step("a job runs and checkpoints", async () => {
    await createSession(page, namespace);
    await page.goto(home);
    await expect(main.getByText("Running", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
    await namespace.inJobManager(clusterId, ["/opt/flink/bin/flink", "run", "-d", "-m", "localhost:8081", jar]);
    await expect(main.getByText("1 of 1 slots used")).toBeVisible({ timeout: 120_000 });
  });

  await test.step("set DEBUG for two minutes, by keyboard alone", async () => {
    before = await fileOf(page, namespace);
    await page.goto(`${home}/log-levels`);
    await expect(loggers).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "Set a level" });
    await dialog.getByLabel("Logger", { exact: true }).fill(logger);
    await dialog.getByRole("radio", { name: "A time" }).click();
    const until = new Date(Date.now() + 120_000);
    const local = new Date(until.getTime() - until.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
    await dialog.getByLabel("Until").fill(local);
    await dialog.getByLabel("Why").fill("do checkpoints complete");
    await expect(dialog.getByText(`logger.org_apache_flink_runtime_checkpoint.level = DEBUG`)).toBeVisible();
    await dialog.getByLabel("Why").press("Control+Enter");
    await expect(dialog).toBeHidden({ timeout: 30_000 });
    await expect(row.getByText("was INFO")).toBeVisible();
  });

  await test.step("each pod goes from written to mounted to effective, with its evidence", async () => {
    const proof = main.getByRole("table", { name: "Proof for each pod" });
    await expect(proof.getByRole("row")).toHaveCount(3);
    await expect(proof.getByText(/ DEBUG org\.apache\.flink\.runtime\.checkpoint/).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(row.getByText(/(2 of 2 pods|1 seen, 1 due)/)).toBeVisible({ timeout: 60_000 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  await test.step("its time over, the level is back and the file is the former one", async () => {
    await expect(row).toHaveCount(0, { timeout: 150_000 });
    expect(await fileOf(page, namespace)).toBe(before);
    await expect(
      main.getByRole("table", { name: "Changes of levels" }).getByText("ended by itself").first(),
    ).toBeVisible();
  });

  await test.step("revert a level and undo that", async () => {
    await page.getByRole("button", { name: /^root is at INFO/ }).click();
    const dialog = page.getByRole("dialog", { name: "Set a level" });
    await dialog.getByRole("button", { name: "Set level" }).click();
    await expect(dialog).toBeHidden({ timeout: 30_000 });
    await page.getByRole("button", { name: "Revert root to INFO" }).click();
    await expect(page.getByRole("status").filter({ hasText: "root is back to INFO" })).toBeVisible();
    expect(await fileOf(page, namespace)).toBe(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("button", { name: "Revert root to INFO" })).toBeVisible();
  });
});

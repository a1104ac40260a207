import { expect, test } from "@playwright/test";
import { flinkNamespace } from "./flink-namespace.ts";
import { fillSmallSession } from "./new-cluster-form.ts";

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
    await fillSmallSession(page, { namespace: namespace.name, clusterId });
    await page.getByLabel("Cluster name").press("Control+Enter");
    await expect(main.getByText("Running", { exact: true }).first()).toBeVisible({ timeout: 150_000 });
    await namespace.inJobManager(clusterId, ["/opt/flink/bin/flink", "run", "-m", "localhost:8081", jar]);
  });

  await test.step("see the TaskManager's records as they come", async () => {
    await page.goto(`${home}/logs?since=all&q=ResourceID`);
    await expect(records.getByText("Starting TaskManager with ResourceID").first()).toBeVisible({ timeout: 30_000 });
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

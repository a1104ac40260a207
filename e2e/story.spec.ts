import { expect, test } from "@playwright/test";
import { flinkNamespace } from "./flink-namespace.ts";
import { fillSmallSession } from "./new-cluster-form.ts";

const clusterId = "story";
const jar = "/opt/flink/examples/streaming/TopSpeedWindowing.jar";

test("a person creates a session cluster, runs a job on it, reads its logs, changes a log level, and deletes it", async ({
  page,
}) => {
  test.setTimeout(480_000);
  await using namespace = await flinkNamespace("story");
  const home = `/clusters/${namespace.context}/${namespace.name}/${clusterId}`;
  const main = page.getByRole("main");

  await test.step("create it", async () => {
    await fillSmallSession(page, { namespace: namespace.name, clusterId });
    await page.getByLabel("Cluster name").press("Control+Enter");
    await expect(page).toHaveURL(home, { timeout: 60_000 });
    await expect(page.getByRole("heading", { name: clusterId, level: 1 })).toBeVisible();
  });

  await test.step("see it become ready, without a reload", async () => {
    // The JobManager's pod runs before its REST answers; these words stand only when the cluster itself runs.
    await expect(main.getByText("No TaskManagers. Flink starts them")).toBeVisible({ timeout: 120_000 });
    await expect(main.getByText("Running", { exact: true }).first()).toBeVisible();
  });

  await test.step("see TopSpeedWindowing run in a slot", async () => {
    const submit = ["/opt/flink/bin/flink", "run", "-d", "-m", "localhost:8081", jar];
    await namespace.inJobManager(clusterId, submit);
    const job = main.getByRole("table", { name: "Jobs" }).getByRole("row").filter({ hasText: "Top" });
    await expect(job.getByText("Running", { exact: true })).toBeVisible({ timeout: 120_000 });
    await expect(main.getByText("1 of 1 slots used")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("read the TaskManager's log as it is written", async () => {
    await page.keyboard.press("l");
    await expect(page).toHaveURL(`${home}/logs`);
    await expect(main.getByText("tm-1-1", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    // What the job prints has long scrolled it away.
    await page.goto(`${home}/logs?q=Successful+registration`);
    await expect(main.getByText("Successful registration at resource manager").first()).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step("make org.apache.flink DEBUG and see a DEBUG line arrive", async () => {
    await page.goto(`${home}/log-levels`);
    await main.getByRole("button", { name: "Set a level" }).click();
    const dialog = page.getByRole("dialog", { name: "Set a level" });
    await dialog.getByLabel("Logger", { exact: true }).fill("org.apache.flink");
    await dialog.getByRole("button", { name: "Set level" }).click();
    await expect(dialog).toBeHidden({ timeout: 30_000 });
    await page.goto(`${home}/logs?levels=DEBUG`);
    const records = page.getByRole("log", { name: "Log records" });
    await expect(records.getByText("DEBUG", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
  });

  await test.step("cancel the job", async () => {
    await page.goto(home);
    const job = main.getByRole("table", { name: "Jobs" }).getByRole("row").filter({ hasText: "Top" });
    await job.hover();
    await job.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel job" }).click();
    await expect(job.getByText("Canceled")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("delete it, and find nothing left", async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete cluster" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("button", { name: "Delete now" })).toBeDisabled();
    await dialog.getByLabel("Type story to confirm").fill(clusterId);
    await dialog.getByRole("button", { name: "Delete now" }).click();
    await expect(page.getByRole("heading", { name: "story is gone" })).toBeVisible({ timeout: 120_000 });
    expect(await namespace.flinkObjects()).toEqual([]);
    await page.getByRole("button", { name: "Close" }).click();
    await expect(page).toHaveURL("/clusters");
  });
});

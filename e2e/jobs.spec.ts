import { expect, test } from "@playwright/test";
import { testJobJar } from "../tools/test-job/test-job.ts";
import { flinkNamespace } from "./flink-namespace.ts";
import { JobsSession } from "./jobs-session.ts";

test("a person uploads a jar, runs, rescales, saves, stops and restarts a job, finds out why one failed, and cancels two", async ({
  page,
}) => {
  test.setTimeout(480_000);
  await using namespace = await flinkNamespace("jobs");
  const session = new JobsSession(page, namespace);
  const { main, home } = session;
  const submit = `${home}/submit`;
  const upload = page.getByLabel("Jar to upload");
  const dialog = page.getByRole("dialog");
  const savepoints = main.getByRole("table", { name: "Savepoints" });
  const tab = (name: string) => page.getByRole("navigation", { name: "Job" }).getByRole("link", { name });
  const accessible = async () => expect(await session.violations()).toEqual([]);

  await test.step("a file that is no jar is refused and not kept", async () => {
    await session.create();
    await page.goto(submit);
    await upload.setInputFiles({
      name: "wrong.jar",
      mimeType: "application/java-archive",
      buffer: Buffer.from("text"),
    });
    await expect(main.getByText("The file is not a jar").first()).toBeVisible();
    await expect(main.getByRole("radio", { name: /wrong.jar/ })).toHaveCount(0);
    await accessible();
  });

  await test.step("a wrong class and a program that throws say why, and leave nothing on the cluster", async () => {
    await session.untilSlots(0);
    await upload.setInputFiles(testJobJar("2.3.0"));
    await expect(main.getByRole("radio", { name: /TestJob.jar/, checked: true })).toBeVisible({ timeout: 30_000 });
    await page.getByLabel("Entry class").fill("com.acme.Missing");
    await page.getByRole("button", { name: /Run job/ }).click();
    await expect(main.getByText("ClassNotFoundException: com.acme.Missing")).toBeVisible({ timeout: 60_000 });
    await page.getByLabel("Entry class").fill("");
    await page.getByLabel("Arguments").fill("--fail-in-main true");
    await page.getByRole("button", { name: /Run job/ }).click();
    await expect(main.getByText("IllegalStateException: main was told to fail")).toBeVisible({ timeout: 60_000 });
    expect(await session.jarsThere()).toEqual({ jars: [] });
  });

  await test.step("the plan is shown, then the job runs with its graph and rates", async () => {
    await page.getByLabel("Arguments").fill("--name counting --keys 5 --parallelism 1");
    await page.getByRole("button", { name: "Show plan" }).click();
    await expect(page.getByRole("figure", { name: "Plan of counting" })).toBeVisible({ timeout: 60_000 });
    await session.untilSlots(2);
    await session.run("--name counting --keys 5 --parallelism 1");
    await session.untilState("Running");
    const graph = page.getByRole("figure", { name: /Job graph of Source: Numbers/ });
    await expect(graph.getByText(/^[\d.,]+ out\/s$/)).toBeVisible({ timeout: 60_000 });
    await expect(graph.getByText(/^[\d.,]+ in\/s$/)).toBeVisible({ timeout: 60_000 });
    await expect(main.getByText("No pressure").first()).toBeVisible({ timeout: 60_000 });
    await accessible();
  });

  await test.step("it is rescaled while it runs", async () => {
    await page.getByRole("button", { name: "Rescale" }).click();
    await dialog.getByLabel("Source: Numbers").fill("2");
    await dialog.getByLabel("Count").fill("2");
    await dialog.getByRole("button", { name: "Rescale" }).click();
    await expect(dialog).toBeHidden({ timeout: 30_000 });
    // Restored, the numbers still have one reader: the second subtask of the source has nothing to do and finishes.
    await expect(main.getByText("Discard: Writer, 2 of 2")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a savepoint that cannot be written stops nothing; one that can is taken while the job runs on", async () => {
    await page.getByRole("button", { name: "Stop with savepoint" }).click();
    await dialog.getByLabel("Directory").fill("file:///proc/nowhere");
    await dialog.getByRole("button", { name: "Stop with savepoint" }).click();
    await expect(dialog.getByText("The job was not stopped.")).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByText("The job runs on.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Savepoint", exact: true }).click();
    await dialog.getByLabel("Directory").fill("file:///state");
    await dialog.getByRole("button", { name: "Take savepoint" }).click();
    await expect(dialog.getByText("Saved.")).toBeVisible({ timeout: 60_000 });
    await dialog.getByRole("button", { name: "Close" }).click();
    await session.untilState("Running");
  });

  await test.step("it stops with a savepoint, and starts again from it with its state", async () => {
    await page.getByRole("button", { name: "Stop with savepoint" }).click();
    await expect(dialog.getByLabel("Directory")).toHaveValue("file:///state");
    await dialog.getByRole("button", { name: "Stop with savepoint" }).click();
    await expect(dialog.getByText("Stopped. Its state is saved.")).toBeVisible({ timeout: 60_000 });
    await dialog.getByRole("button", { name: "Close" }).click();
    await session.untilState("Finished");

    await page.goto(`/savepoints?q=${namespace.name}`);
    const stopped = savepoints.getByRole("row", { name: /Completed.*stop with savepoint/ });
    await stopped.getByRole("button", { name: /^More/ }).click();
    await page.getByRole("menuitem", { name: "Start from it" }).click();
    await dialog.getByRole("link", { name: "Continue" }).click();
    const from = page.getByLabel("Savepoint or retained checkpoint");
    await expect(from).toHaveValue(/^file:\/state\/savepoint-/);
    const path = await from.inputValue();
    await session.run("--name counting --keys 5 --parallelism 1");
    await session.untilState("Running");
    await tab("Checkpoints").click();
    await expect(main.getByRole("region", { name: "Restored from" })).toContainText(path, { timeout: 30_000 });
    await accessible();
  });

  let crowded = "";
  await test.step("a job that finds all slots taken says so", async () => {
    await page.goto(submit);
    await session.run("--name failing --fail-after 20 --parallelism 1");
    await page.goto(submit);
    crowded = await session.run("--name crowded --parallelism 1");
    await expect(main.getByText("waits for slots").first()).toBeVisible({ timeout: 20_000 });
  });

  await test.step("a job that fails shows its root cause, and the log of that moment", async () => {
    await page.goto(`/jobs?q=${namespace.name}&state=living`);
    await main.getByRole("link", { name: "failing", exact: true }).click();
    await tab("Exceptions").click();
    const exception = main.getByRole("listitem").filter({ hasText: "told to fail after 20 records" }).first();
    await expect(exception).toBeVisible({ timeout: 60_000 });
    await expect(exception.getByText("IllegalStateException").first()).toBeVisible();
    await accessible();
    await exception.getByRole("link", { name: "Log at that time" }).click();
    const records = page.getByRole("log", { name: "Log records" });
    await expect(records.getByText("told to fail after 20 records").first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a savepoint's files are deleted through the cluster", async () => {
    const saved = async () => (await namespace.inJobManager("jobs", ["ls", "/state"])).trim().split("\n").length;
    expect(await saved()).toBe(2);
    await page.goto(`/savepoints?q=${namespace.name}`);
    const row = savepoints.getByRole("row").filter({ has: page.getByRole("cell", { name: "savepoint", exact: true }) });
    await row.getByRole("button", { name: /^More/ }).click();
    await page.getByRole("menuitem", { name: "Delete its files" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete its files" }).click();
    await expect(savepoints.getByText("Disposed")).toHaveCount(1, { timeout: 60_000 });
    expect(await saved()).toBe(1);
    await accessible();
  });

  await test.step("the job that found no slot has failed and says why", async () => {
    await page.goto(crowded);
    await session.untilState("Failed");
    await expect(main.getByText("NoResourceAvailableException").first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step("two jobs are cancelled at once", async () => {
    await page.goto(`/jobs?q=${namespace.name}&state=living`);
    await main.getByRole("checkbox", { name: "Select counting" }).check();
    await main.getByRole("checkbox", { name: "Select failing" }).check();
    await accessible();
    await page.getByRole("button", { name: "Cancel 2 jobs" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel 2 jobs" }).click();
    await page.goto(`/jobs?q=${namespace.name}&state=Canceled`);
    await expect(main.getByRole("table", { name: "Jobs" }).getByText("Canceled")).toHaveCount(2, { timeout: 60_000 });
  });
});

import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { type FlinkNamespace, flinkNamespace } from "./flink-namespace.ts";

const clusterId = "jobs";
const options = {
  "kubernetes.container.image.ref": "flink:2.3.0",
  "kubernetes.jobmanager.cpu.amount": "0.2",
  "kubernetes.jobmanager.cpu.limit-factor": "10",
  "kubernetes.taskmanager.cpu.amount": "0.2",
  "kubernetes.taskmanager.cpu.limit-factor": "10",
  "taskmanager.numberOfTaskSlots": "2",
  "user.artifacts.base-dir": "/opt/flink/fetched",
  "kubernetes.pod-template-file.default": "/template.yaml",
};

/** A folder of the node that JobManager and TaskManagers share, for savepoints. */
const template = (namespace: string) => `
apiVersion: v1
kind: Pod
metadata: { name: template }
spec:
  initContainers:
    - name: open-the-folder
      image: flink:2.3.0
      command: [chmod, "777", /state]
      securityContext: { runAsUser: 0 }
      volumeMounts: [{ name: state, mountPath: /state }]
  containers:
    - name: flink-main-container
      volumeMounts: [{ name: state, mountPath: /state }]
  volumes:
    - name: state
      hostPath: { path: /tmp/drey-browser-tests/${namespace}, type: DirectoryOrCreate }
`;

const testJob = (): string =>
  execFileSync("bash", ["tools/local-kubernetes/local-kubernetes.sh", "test-job", "2.3.0"], {
    encoding: "utf8",
  }).trim();

async function createSession(page: Page, namespace: FlinkNamespace): Promise<void> {
  const configuration = {
    ...options,
    "kubernetes.cluster-id": clusterId,
    "kubernetes.namespace": namespace.name,
  };
  const files = { named: { "/template.yaml": template(namespace.name) } };
  const spec = { mode: "session", flinkVersion: "2.3.0", configuration, files };
  const answer = await page.request.post("/api/v1/clusters", { data: { context: namespace.context, spec } });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** Runs the form with these arguments and waits for the new job's page. */
async function runJob(page: Page, submit: string, programArguments: string): Promise<void> {
  await page.goto(submit);
  await page.getByRole("radio", { name: /TestJob.jar/ }).check();
  await page.getByLabel("Arguments").fill(programArguments);
  await page.getByRole("button", { name: /Run job/ }).click();
  await expect(page).toHaveURL(/\/jobs\/[^/]+\/[^/]+\/[^/]+\/[0-9a-f]{32}$/, { timeout: 60_000 });
}

test("a person uploads a jar, runs it, saves its state, stops it, starts it again from there, and cancels two jobs", async ({
  page,
}) => {
  test.setTimeout(420_000);
  await using namespace = await flinkNamespace("jobs");
  const submit = `/clusters/${namespace.context}/${namespace.name}/${clusterId}/submit`;
  const main = page.getByRole("main");
  const upload = page.getByLabel("Jar to upload");

  await test.step("a file that is no jar is refused and not kept", async () => {
    await createSession(page, namespace);
    await page.goto(submit);
    await upload.setInputFiles({
      name: "wrong.jar",
      mimeType: "application/java-archive",
      buffer: Buffer.from("text"),
    });
    await expect(main.getByText("The file is not a jar").first()).toBeVisible();
    await expect(main.getByRole("radio", { name: /wrong.jar/ })).toHaveCount(0);
  });

  await test.step("a wrong class and a program that throws say why, and leave nothing on the cluster", async () => {
    const overview = `/api/v1/clusters/${namespace.context}/${namespace.name}/${clusterId}/flink/overview`;
    await expect.poll(async () => (await page.request.get(overview)).status(), { timeout: 120_000 }).toBe(200);
    await upload.setInputFiles(testJob());
    await expect(main.getByRole("radio", { name: /TestJob.jar/ })).toBeChecked({ timeout: 30_000 });
    await page.getByLabel("Entry class").fill("com.acme.Missing");
    await page.getByRole("button", { name: /Run job/ }).click();
    await expect(main.getByText("ClassNotFoundException: com.acme.Missing")).toBeVisible({ timeout: 60_000 });
    await page.getByLabel("Entry class").fill("");
    await page.getByLabel("Arguments").fill("--fail-in-main true");
    await page.getByRole("button", { name: /Run job/ }).click();
    await expect(main.getByText("IllegalStateException: main was told to fail")).toBeVisible({ timeout: 60_000 });
    const jars = await page.request.get(overview.replace("/flink/overview", "/jars"));
    expect(await jars.json()).toEqual({ jars: [] });
  });

  await test.step("the plan is shown, then the job runs with its graph", async () => {
    await page.getByLabel("Arguments").fill("--name counting --keys 5");
    await page.getByRole("button", { name: "Show plan" }).click();
    await expect(page.getByRole("figure", { name: "Plan of counting" })).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: /Run job/ }).click();
    await expect(page.getByRole("heading", { name: "counting", level: 1 })).toBeVisible({ timeout: 60_000 });
    await expect(main.locator("header").getByText("Running", { exact: true })).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole("figure", { name: /Job graph of Source: Numbers/ })).toBeVisible();
    await expect(main.getByText("No pressure").first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step("a savepoint that cannot be written stops nothing", async () => {
    await page.getByRole("button", { name: "Stop with savepoint" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Directory").fill("file:///proc/nowhere");
    await dialog.getByRole("button", { name: "Stop with savepoint" }).click();
    await expect(dialog.getByText("The job was not stopped.")).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByText("The job runs on.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
  });

  await test.step("it stops with a savepoint, and starts again from it", async () => {
    await page.getByRole("button", { name: "Stop with savepoint" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Directory").fill("file:///state");
    await dialog.getByRole("button", { name: "Stop with savepoint" }).click();
    await expect(dialog.getByText("Stopped. Its state is saved.")).toBeVisible({ timeout: 60_000 });
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(main.locator("header").getByText("Finished", { exact: true })).toBeVisible({ timeout: 30_000 });

    await page.getByRole("link", { name: "Savepoints", exact: true }).last().click();
    const saved = main.getByRole("table", { name: "Savepoints" }).getByRole("row").filter({ hasText: "Completed" });
    await saved.hover();
    await saved.getByRole("link", { name: "Start a job from it" }).click();
    await expect(page.getByLabel("Savepoint or retained checkpoint")).toHaveValue(/^file:\/state\/savepoint-/);
    await page.getByRole("radio", { name: /TestJob.jar/ }).check();
    await page.getByLabel("Arguments").fill("--name counting --keys 5");
    await page.getByRole("button", { name: /Run job/ }).click();
    await expect(main.locator("header").getByText("Running", { exact: true })).toBeVisible({ timeout: 120_000 });
    await page.getByRole("link", { name: "Checkpoints", exact: true }).click();
    await expect(main.getByRole("heading", { name: "Restored from" })).toBeVisible({ timeout: 30_000 });
  });

  await test.step("a job that fails shows its root cause", async () => {
    await runJob(page, submit, "--name failing --fail-after 20");
    await page.getByRole("link", { name: "Exceptions", exact: true }).click();
    await expect(main.getByText("told to fail after 20 records").first()).toBeVisible({ timeout: 120_000 });
    await expect(main.getByText("IllegalStateException").first()).toBeVisible();
  });

  await test.step("two jobs are cancelled at once", async () => {
    await page.goto(`/jobs?q=${namespace.name}&state=living`);
    await main.getByRole("checkbox", { name: "Select counting" }).check();
    await main.getByRole("checkbox", { name: "Select failing" }).check();
    await page.getByRole("button", { name: "Cancel 2 jobs" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel 2 jobs" }).click();
    await page.goto(`/jobs?q=${namespace.name}&state=Canceled`);
    await expect(main.getByRole("table", { name: "Jobs" }).getByText("Canceled")).toHaveCount(2, { timeout: 60_000 });
  });
});

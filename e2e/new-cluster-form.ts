import { expect, type Page } from "@playwright/test";

export interface SmallSession {
  readonly namespace: string;
  readonly clusterId: string;
}

/** Chooses from one of the form's selects. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** Adds a free option as a last row. */
export async function addOption(page: Page, key: string, value: string): Promise<void> {
  await page.getByRole("button", { name: "Add an option" }).click();
  await page.getByLabel("Option", { exact: true }).last().fill(key);
  await page.getByLabel(`Value of ${key}`).fill(value);
}

/** Fills in a session that two cores bear: little CPU requested, more of it allowed. */
export async function fillSmallSession(page: Page, { namespace, clusterId }: SmallSession): Promise<void> {
  await page.goto("/clusters/new");
  await choose(page, "Namespace", namespace);
  await page.getByLabel("Cluster name").fill(clusterId);
  await page.getByLabel("Image").fill("flink:2.3.0");
  await page.getByLabel("JobManager CPU").fill("0.2");
  await page.getByLabel("TaskManager CPU").fill("0.2");
  await addOption(page, "kubernetes.jobmanager.cpu.limit-factor", "10");
  await addOption(page, "kubernetes.taskmanager.cpu.limit-factor", "10");
  await expect(page.getByText("free", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Create cluster" })).toBeEnabled();
}

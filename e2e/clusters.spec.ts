import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type FlinkNamespace, flinkNamespace } from "./flink-namespace.ts";
import { fillSmallSession } from "./new-cluster-form.ts";

let namespace: FlinkNamespace;
test.beforeAll(async () => {
  namespace = await flinkNamespace("pages");
});
test.afterAll(() => namespace[Symbol.asyncDispose]());

/** What axe finds on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Everything that the browser complains about; an answer of the API that is a problem is for the page to show. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

test("the form says what is wrong at its field, keeps the draft, and creates nothing", async ({ page }) => {
  const complaints = complaintsOf(page);
  await fillSmallSession(page, { namespace: namespace.name, clusterId: "draft" });
  expect(await violations(page)).toEqual([]);

  const name = page.getByLabel("Cluster name");
  await name.fill("Capital_Name");
  await page.getByLabel("JobManager memory").fill("12 parsecs");
  await page.getByLabel("JobManager CPU").focus();
  await expect(name).toHaveAccessibleDescription(/lower-case letter/);
  await expect(page.getByLabel("JobManager memory")).toHaveAccessibleDescription(/12 parsecs/);
  await expect(page.getByRole("button", { name: "Create cluster" })).toBeDisabled();

  await name.fill("a".repeat(46));
  await expect(name).toHaveAccessibleDescription(/45/);
  await page.reload();
  await expect(name).toHaveValue("a".repeat(46));
  expect(await namespace.flinkObjects()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("options are completed by keyboard, the text says the same, and its comments survive the form", async ({
  page,
}) => {
  await page.goto("/clusters/new");
  await page.getByLabel("Cluster name").fill("typed");
  await expect(page.getByText("free", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Add an option" }).press("Enter");
  const option = page.getByLabel("Option", { exact: true });
  await expect(option).toBeFocused();
  await page.keyboard.type("checkpointing.mod");
  await expect(page.getByRole("option", { name: /execution\.checkpointing\.mode/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(option).toHaveValue("execution.checkpointing.mode");
  const value = page.getByLabel("Value of execution.checkpointing.mode");
  await value.fill("often");
  await expect(value).toHaveAccessibleDescription(/AT_LEAST_ONCE/);
  await value.fill("AT_LEAST_ONCE");

  await page.getByRole("radio", { name: "Text" }).click();
  await expect(page).toHaveURL(/view=text/);
  const text = page.getByRole("textbox", { name: "Options as text" });
  await expect(text).toContainText("AT_LEAST_ONCE");
  await text.press("Control+End");
  await page.keyboard.type("# for the shop\nrest.port: 8082\n");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("radio", { name: "Form" }).click();
  await expect(page.getByLabel("Value of rest.port")).toHaveValue("8082");
  await page.getByLabel("Value of rest.port").fill("8083");
  await page.getByRole("radio", { name: "Text" }).click();
  await expect(text).toContainText("# for the shop");
  await expect(text).toContainText("rest.port: 8083");
});

test("a load balancer is warned of, and one press takes it back", async ({ page }) => {
  await page.goto("/clusters/new");
  await page.getByRole("radio", { name: "LoadBalancer" }).click();
  await expect(page.getByText("Anyone who reaches this address can run code.")).toBeVisible();
  await page.getByRole("button", { name: "Use ClusterIP" }).click();
  await expect(page.getByRole("radio", { name: "ClusterIP", exact: true })).toBeChecked();
});

test("the list filters by address, moves by keys, opens, and shows a deletion until its end", async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await fillSmallSession(page, { namespace: namespace.name, clusterId: "listed" });
  await page.getByRole("button", { name: "Create cluster" }).click();
  await expect(page.getByRole("heading", { name: "listed", level: 1 })).toBeVisible({ timeout: 30_000 });

  await page.goto(`/clusters?namespace=${namespace.name}&q=list`);
  const row = page.getByRole("row").filter({ hasText: "listed" });
  await expect(row).toBeVisible();
  await expect(row.getByText(/Running|Starting/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(page.getByText("No cluster passes the filter")).toBeVisible();
  await expect(page).toHaveURL(/q=nothing/);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(row).toBeVisible();

  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/clusters\/[^/]+\/[^/]+\/[^/]+$/);
  await page.goto(`/clusters/${namespace.context}/${namespace.name}/listed`);
  await expect(page.getByRole("main").getByText("JobManager", { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Configuration" }).click();
  await expect(page.getByRole("cell", { name: "kubernetes.cluster-id" })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press(".");
  await page.getByRole("menuitem", { name: "Delete cluster" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByLabel("Type listed to confirm")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel("Type listed to confirm").fill("listed");
  await dialog.getByRole("button", { name: "Delete now" }).click();
  await expect(page.getByRole("heading", { name: "listed is gone" })).toBeVisible({ timeout: 120_000 });
  expect(await namespace.flinkObjects()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("keys act only outside of fields, and ? lists them", async ({ page }) => {
  await page.goto("/clusters/new");
  await page.getByLabel("Cluster name").fill("t?gc");
  await expect(page).toHaveURL("/clusters/new");
  await page.getByRole("heading", { name: "Size" }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Light or dark");
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("/");
  await page.keyboard.type("audit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/audit");
});

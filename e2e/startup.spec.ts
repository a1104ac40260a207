import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { type FlinkNamespace, flinkNamespace } from "./flink-namespace.ts";
import { choose } from "./new-cluster-form.ts";

let namespace: FlinkNamespace;
test.beforeAll(async () => {
  namespace = await flinkNamespace("startup");
});
test.afterAll(() => namespace[Symbol.asyncDispose]());

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function create(request: APIRequestContext, clusterId: string, options: Record<string, string>): Promise<void> {
  const configuration = {
    "kubernetes.container.image.ref": "flink:2.3.0",
    "kubernetes.jobmanager.cpu.amount": "0.1",
    "kubernetes.jobmanager.cpu.limit-factor": "20",
    "jobmanager.memory.process.size": "1000m",
    "kubernetes.namespace": namespace.name,
    "kubernetes.cluster-id": clusterId,
    ...options,
  };
  const spec = { mode: "session", flinkVersion: "2.3.0", configuration };
  const answer = await request.post("/api/v1/clusters", { data: { context: namespace.context, spec } });
  expect(answer.status()).toBe(201);
}

const pageOf = (clusterId: string) => `/clusters/${namespace.context}/${namespace.name}/${clusterId}`;

test("a start that fails is told with its reason and the next step, a good one step by step to REST", async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await create(request, "good", {});
  await create(request, "bad", { "kubernetes.secrets": "no-such-secret:/opt/secret" });

  await page.goto(pageOf("bad"));
  const panel = page.getByRole("region", { name: "Start-up" });
  await expect(panel.getByText("Secret no-such-secret does not exist in the namespace.")).toBeVisible({
    timeout: 30_000,
  });
  await expect(panel.getByText("Create Secret no-such-secret. The pod then goes on by itself.")).toBeVisible();
  await expect(panel.getByText('secret "no-such-secret" not found')).toBeVisible();
  const steps = panel.getByRole("list", { name: "Steps of the start" }).getByRole("listitem");
  await expect(steps.filter({ hasText: "JobManager pod scheduled" })).toContainText("done");
  await expect(steps.filter({ hasText: "Containers started" })).toContainText("stuck");
  expect(await violations(page)).toEqual([]);

  // What it says is true: with the Secret there it goes on, and the page follows by itself.
  await namespace.door.create("Secret", namespace.name, { metadata: { name: "no-such-secret" } });
  await page.goto(pageOf("good"));
  await expect(panel.getByText(/came up in/)).toBeVisible({ timeout: 60_000 });
  await expect(steps).toHaveCount(5);
  await expect(steps.filter({ hasText: "REST answers" })).toContainText("Flink 2.3.0 answers");
  await expect(page.getByRole("img", { name: /^Heap: \d+ %$/ })).toBeVisible({ timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
});

test("rights that a start lacks are given where it is told, and it goes on by itself", async ({ page, request }) => {
  await create(request, "powerless", { "kubernetes.service-account": "missing" });
  await page.goto(pageOf("powerless"));
  const panel = page.getByRole("region", { name: "Start-up" });
  await expect(panel.getByText("Service account missing does not exist.")).toBeVisible({ timeout: 30_000 });
  await panel.getByRole("button", { name: "Give the rights" }).click();
  const dialog = page.getByRole("dialog", { name: `Give Flink its rights in ${namespace.name}` });
  await expect(dialog.getByText(/ServiceAccount missing, Role flink-jobmanager and RoleBinding/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Create them" }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(panel.getByText("Service account missing does not exist.")).toBeHidden({ timeout: 30_000 });
  const { items } = await namespace.door.list("RoleBinding", namespace.name);
  expect(items.map(({ metadata }) => metadata?.name)).toContain("flink-jobmanager-missing");
});

test("what a service account lacks is told before the cluster is made, and given by a button", async ({ page }) => {
  await page.goto("/clusters/new");
  await choose(page, "Namespace", namespace.name);
  await page.getByLabel("Cluster name").fill("granted");
  await page.getByLabel("Service account").fill("bare");
  const rights = page.getByRole("region", { name: "Rights" });
  await expect(rights.getByText("Service account bare does not exist: no JobManager can start.")).toBeVisible();
  await rights.getByText("As YAML for kubectl").click();
  await expect(rights.getByText("kind: RoleBinding")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await rights.getByRole("button", { name: "Give the rights" }).click();
  const dialog = page.getByRole("dialog", { name: `Give Flink its rights in ${namespace.name}` });
  await expect(dialog.getByText(/ServiceAccount bare, Role flink-jobmanager and RoleBinding/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Create them" }).click();
  await expect(dialog).toBeHidden();
  await expect(rights.getByText("Service account bare has the rights that Flink needs.")).toBeVisible();
  const { items } = await namespace.door.list("RoleBinding", namespace.name);
  expect(items.map(({ metadata }) => metadata?.name)).toContain("flink-jobmanager-bare");
  await page.goto("/audit");
  await expect(page.getByText("Grant rights").first()).toBeVisible();
});

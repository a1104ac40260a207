import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { z } from "zod";
import { sharedFolderTemplate } from "../tools/test-job/test-job.ts";
import type { FlinkNamespace } from "./flink-namespace.ts";

const clusterId = "jobs";
const image = "flink:2.3.0";

/**
 * Two slots and no more, there before the first job, so that «all slots are taken» is soon seen; a scheduler that
 * rescales at once; the folder for savepoints in a pod template.
 */
const options = {
  "kubernetes.container.image.ref": image,
  "kubernetes.jobmanager.cpu.amount": "0.2",
  "kubernetes.jobmanager.cpu.limit-factor": "10",
  "kubernetes.taskmanager.cpu.amount": "0.2",
  "kubernetes.taskmanager.cpu.limit-factor": "10",
  "taskmanager.numberOfTaskSlots": "2",
  "slotmanager.number-of-slots.min": "2",
  "slotmanager.number-of-slots.max": "2",
  "jobmanager.scheduler": "adaptive",
  "jobmanager.adaptive-scheduler.resource-wait-timeout": "25 s",
  "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling": "1 s",
  "rest.flamegraph.enabled": "true",
  "user.artifacts.base-dir": "/opt/flink/fetched",
  "kubernetes.pod-template-file.default": "/template.yaml",
};

/** A session cluster for jobs, as one page sees it. */
export class JobsSession {
  readonly page: Page;
  readonly namespace: FlinkNamespace;
  readonly main: Locator;
  readonly home: string;
  readonly #api: string;

  constructor(page: Page, namespace: FlinkNamespace) {
    const place = `${namespace.context}/${namespace.name}/${clusterId}`;
    this.page = page;
    this.namespace = namespace;
    this.main = page.getByRole("main");
    this.home = `/clusters/${place}`;
    this.#api = `/api/v1/clusters/${place}`;
  }

  async create(): Promise<void> {
    const { context, name } = this.namespace;
    const configuration = { ...options, "kubernetes.cluster-id": clusterId, "kubernetes.namespace": name };
    const files = { named: { "/template.yaml": sharedFolderTemplate(image, `/tmp/drey-browser-tests/${name}`) } };
    const spec = { mode: "session", flinkVersion: "2.3.0", configuration, files };
    const answer = await this.page.request.post("/api/v1/clusters", { data: { context, spec } });
    expect(answer.status(), await answer.text()).toBe(201);
  }

  /** Waits until so many slots are there. */
  async untilSlots(count: number): Promise<void> {
    const overview = z.object({ "slots-total": z.number() });
    const slots = async () => {
      const answer = await this.page.request.get(`${this.#api}/flink/overview`);
      return answer.ok() ? overview.parse(await answer.json())["slots-total"] : -1;
    };
    await expect.poll(slots, { timeout: 180_000 }).toBeGreaterThanOrEqual(count);
  }

  /** Names of the jars in the JobManager's upload folder. */
  async jarsThere(): Promise<unknown> {
    return await (await this.page.request.get(`${this.#api}/jars`)).json();
  }

  /** Fills the form with the test job and these arguments and waits for the new job's page; its address is answered. */
  async run(programArguments: string): Promise<string> {
    await this.page
      .getByRole("radio", { name: /TestJob.jar/ })
      .first()
      .check();
    await this.page.getByLabel("Arguments").fill(programArguments);
    await this.page.getByRole("button", { name: /Run job/ }).click();
    await expect(this.page).toHaveURL(/\/jobs\/[^/]+\/[^/]+\/[^/]+\/[0-9a-f]{32}$/, { timeout: 60_000 });
    return this.page.url();
  }

  /** Waits for the word beside the job's name. */
  async untilState(word: string): Promise<void> {
    await expect(this.main.locator("header").getByText(word, { exact: true })).toBeVisible({ timeout: 120_000 });
  }

  /** What axe finds on the page as it stands, light and dark. */
  async violations(): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ["dark", "light"] as const) {
      await this.page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: this.page }).analyze();
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${this.page.url()}, ${colorScheme}: ${id}: ${node.html.slice(0, 160)}`),
        ),
      );
    }
    return found;
  }
}

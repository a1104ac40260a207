import { type APIRequestContext, expect, test } from "@playwright/test";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";
import { type FlinkNamespace, flinkNamespace } from "./flink-namespace.ts";

/** The API as its own document says it is: every GET is called, and what comes is held against the document. */
const clusterId = "api";
const api = "/api/v1";

const operationObject = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.looseObject({})).optional() })),
});
const document = z.looseObject({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), operationObject)),
  components: z.object({ schemas: z.object({ Problem: z.looseObject({}) }) }),
});
type Document = z.infer<typeof document>;

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

const readDocument = async (request: APIRequestContext): Promise<Document> =>
  document.parse(await (await request.get(`${api}/openapi`)).json());

function check(validate: ValidateFunction, value: unknown, what: string): void {
  expect(validate(value) ? [] : validate.errors, what).toEqual([]);
}

/** The schema of a success in JSON; undefined for streams and downloads. */
function successSchema({ responses }: z.infer<typeof operationObject>): object | undefined {
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  const schema = success?.content?.["application/json"]?.["schema"];
  return typeof schema === "object" && schema !== null ? schema : undefined;
}

/** Small requests, larger limits: what two cores bear. Only the adaptive scheduler answers what it may be rescaled to. */
const configuration = (namespace: string) => ({
  "kubernetes.cluster-id": clusterId,
  "kubernetes.namespace": namespace,
  "kubernetes.container.image.ref": "flink:2.3.0",
  "jobmanager.scheduler": "adaptive",
  "kubernetes.jobmanager.cpu.amount": "0.2",
  "kubernetes.jobmanager.cpu.limit-factor": "10",
  "kubernetes.taskmanager.cpu.amount": "0.2",
  "kubernetes.taskmanager.cpu.limit-factor": "10",
});

async function createCluster(request: APIRequestContext, { context, name }: FlinkNamespace): Promise<void> {
  const spec = { mode: "session", flinkVersion: "2.3.0", configuration: configuration(name) };
  const created = await request.post(`${api}/clusters`, { data: { context, spec } });
  expect(created.status(), await created.text()).toBe(201);
}

const jobList = z.object({ jobs: z.array(z.looseObject({ jobId: z.string() })) });
const jobDetail = z.looseObject({ vertices: z.array(z.looseObject({ id: z.string() })) });

test("every answer is what the OpenAPI document says", async ({ request }) => {
  test.setTimeout(420_000);
  await using namespace = await flinkNamespace("api");
  const { context, name } = namespace;
  await createCluster(request, namespace);
  const cluster = `${api}/clusters/${encodeURIComponent(context)}/${name}/${clusterId}`;
  await expect
    .poll(async () => (await request.get(`${cluster}/task-managers`)).status(), { timeout: 180_000 })
    .toBe(200);
  await namespace.inJobManager(clusterId, [
    "/opt/flink/bin/flink",
    "run",
    "-d",
    "/opt/flink/examples/streaming/TopSpeedWindowing.jar",
  ]);
  const { jobs } = jobList.parse(await (await request.get(`${cluster}/jobs`)).json());
  const jobId = jobs[0]?.jobId ?? "";
  const { vertices } = jobDetail.parse(await (await request.get(`${cluster}/jobs/${jobId}`)).json());
  const values: Record<string, string> = {
    context,
    namespace: name,
    clusterId,
    jobId,
    vertexId: vertices[0]?.id ?? "",
  };

  /** What must be asked for, by the end of the path. */
  const queries = {
    "/metrics/values": "?name=numRecordsIn",
    "/namespaces": `?context=${context}`,
    "/preflights": `?context=${context}&namespace=${name}`,
    "/choices": `?context=${context}&namespace=${name}`,
    "/flink-options": "?flinkVersion=2.3.0",
  };
  const { paths } = await readDocument(request);
  let called = 0;
  for (const [path, methods] of Object.entries(paths)) {
    const schema = methods["get"] && successSchema(methods["get"]);
    const unknown = [...path.matchAll(/\{(\w+)\}/g)].filter(([, parameter = ""]) => values[parameter] === undefined);
    if (schema === undefined || unknown.length > 0) continue;
    const url = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => encodeURIComponent(values[parameter] ?? ""));
    await test.step(`GET ${path}`, async () => {
      const query = Object.entries(queries).find(([end]) => path.endsWith(end))?.[1] ?? "";
      const answer = await request.get(`${api}${url}${query}`);
      expect(answer.status(), await answer.text()).toBe(200);
      check(ajv.compile(schema), await answer.json(), path);
      called += 1;
    });
  }
  expect(called).toBeGreaterThan(15);
});

test("every failure is a problem as the document says", async ({ request }) => {
  const { paths, components } = await readDocument(request);
  const isProblem = ajv.compile(components.schemas.Problem);
  const ofCluster = Object.entries(paths).filter(([path, methods]) => path.includes("{context}") && methods["get"]);
  let failures = 0;
  for (const [path] of ofCluster) {
    const answer = await request.get(`${api}${path.replaceAll(/\{\w+\}/g, "none")}`);
    // A list says within itself which cluster it could not read.
    if (answer.ok()) continue;
    failures += 1;
    expect([400, 404], path).toContain(answer.status());
    expect(answer.headers()["content-type"], path).toBe("application/problem+json");
    const body: unknown = await answer.json();
    check(isProblem, body, path);
    expect(body).toMatchObject({ instance: answer.headers()["x-request-id"], status: answer.status() });
  }
  expect(failures).toBeGreaterThan(5);
});

test("a request without its body, or with a wrong one, names the field", async ({ request }) => {
  const empty = await request.post(`${api}/clusters`, { data: {} });
  expect(empty.status()).toBe(400);
  const { issues } = z.looseObject({ issues: z.array(z.object({ field: z.string() })) }).parse(await empty.json());
  expect(issues.map(({ field }) => field)).toEqual(["context", "spec"]);
});

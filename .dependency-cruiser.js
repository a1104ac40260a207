/**
 * The arrows of docs/architecture.md, held by lint. Each rule's name says what it holds.
 * `npm run arrows` also fails when no module was read: an empty answer is not a clean one.
 */
const subjects = "clusters|jobs|live|logs|log-levels|savepoints|audit|settings";
const schema = "[./]schema\\.ts$";
const tests = "(\\.test|recorded|test-namespace|sample-map)\\.tsx?$";
const types = ["type-only", "type-import"];
// Pure packages that server/flink may run: no I/O, no clock. See docs/decisions/0003.
const purePackages = "^node_modules/(yaml|zod|@rgrove/parse-xml)/";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const forbidden = [
  { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "flink-is-pure",
    severity: "error",
    from: { path: "^server/flink/", pathNot: tests },
    to: { path: "^node_modules/", pathNot: purePackages, dependencyTypesNot: types },
  },
  {
    name: "flink-knows-only-itself",
    severity: "error",
    from: { path: "^server/flink/" },
    to: { path: "^(server|app|components|prisma|generated)/", pathNot: "^server/flink/" },
  },
  {
    name: "isomorphic-code-has-no-node",
    severity: "error",
    from: { path: ["^server/flink/", schema], pathNot: tests },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "schemas-know-flink-only",
    severity: "error",
    from: { path: schema },
    to: { path: "^server/", pathNot: ["^server/flink/", schema] },
  },
  {
    name: "adapters-know-only-themselves",
    severity: "error",
    from: { path: "^server/(kubernetes|flink-rest|store)/", pathNot: tests },
    to: {
      path: "^server/",
      pathNot: ["^server/$1/", "^server/(errors|env|failure-detail|process-user|log|process-wide)\\.ts$"],
    },
  },
  {
    name: "subjects-use-the-caller",
    severity: "error",
    from: { path: `^server/(${subjects})/`, pathNot: tests },
    // A door's file holds only the interface that the caller hands out.
    to: { path: "^server/(kubernetes|flink-rest|store|access|http)/", pathNot: "-door\\.ts$" },
  },
  {
    name: "parts-stay-inside",
    severity: "error",
    from: { path: "^server/([^/]+)/" },
    to: { path: "^server/[^/]+/parts/", pathNot: "^server/$1/" },
  },
  {
    name: "browser-sees-schemas-only",
    severity: "error",
    from: { path: "^components/" },
    to: { path: "^server/", pathNot: schema },
  },
  {
    name: "features-do-not-meet",
    severity: "error",
    from: { path: "^components/([^/]+)/", pathNot: "^components/(ui|client|shell)/" },
    to: { path: "^components/[^/]+/", pathNot: "^components/($1|ui|client)/" },
  },
  {
    name: "ui-knows-no-flink",
    severity: "error",
    from: { path: "^components/ui/" },
    to: { path: "^(server|components)/", pathNot: "^components/ui/" },
  },
  {
    name: "routes-are-thin",
    severity: "error",
    from: { path: "^app/api/" },
    to: { path: "^(server|components)/", pathNot: `^server/(${subjects}|http)/` },
  },
  {
    name: "pages-have-no-logic",
    severity: "error",
    from: { path: "^app/(?!api/)", pathNot: "layout\\.tsx$" },
    to: { path: "^server/" },
  },
  {
    name: "catalogue-stays-on-the-server",
    severity: "error",
    from: { path: "^components/" },
    to: { path: "^server/flink/(options|memory|resources)/", reachable: true },
  },
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(generated|\\.next)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};

import { describe, expect, it } from "vitest";
import { postedObjects, recordedCase, recordedCases, recordedVersions, specOf } from "../recorded.ts";
import { renderCluster } from "./render-cluster.ts";

const generatedClusterId = "flink-cluster-0123456789abcdef0123456789abcde";

/** The client sends owner references with the uid that the Deployment got; ours come without. */
function withoutOwner(object: ReturnType<typeof postedObjects>[number]) {
  if (object.kind === "Deployment" || !object.metadata) return object;
  const { ownerReferences: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

function sentBy(recording: ReturnType<typeof recordedCase>) {
  const posted = postedObjects(recording).map(withoutOwner);
  const [deployment] = posted;
  const clusterId = deployment?.metadata?.name ?? "";
  if (!clusterId.startsWith("flink-cluster-")) return posted;
  return JSON.parse(JSON.stringify(posted).replaceAll(clusterId, generatedClusterId));
}

describe.each(recordedVersions)("renderCluster for Flink %s", (version) => {
  it.each(recordedCases(version))("builds what the client sent for %s, to the byte", (name) => {
    const recording = recordedCase(version, name);
    const rendering = renderCluster(specOf(recording), { generatedClusterId });
    const sent = sentBy(recording);
    if (rendering.kind === "refused") {
      expect(recording.exit, JSON.stringify(rendering.issues)).toBe(1);
      return;
    }
    const rendered = [rendering.deployment, ...rendering.accompanying];
    // Where the API server refused an object, the client stopped there.
    const wanted = recording.exit === 0 ? rendered : rendered.slice(0, sent.length);
    expect(JSON.parse(JSON.stringify(wanted))).toEqual(sent);
  });
});

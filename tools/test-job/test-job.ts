import { execFileSync } from "node:child_process";

// What tests and browser tests need to run the job of this folder on a real Flink.

/** The path of the job's jar for a version of Flink. It comes out of the local Kubernetes' image. */
export const testJobJar = (flinkVersion: string): string =>
  execFileSync("bash", ["tools/local-kubernetes/local-kubernetes.sh", "test-job", flinkVersion], {
    encoding: "utf8",
  }).trim();

/** A pod template with `/state`, a folder of the node that JobManager and TaskManagers share, for savepoints. */
export const sharedFolderTemplate = (image: string, folder: string): string => `
apiVersion: v1
kind: Pod
metadata: { name: template }
spec:
  initContainers:
    - name: open-the-folder
      image: ${image}
      command: [chmod, "777", /state]
      securityContext: { runAsUser: 0 }
      volumeMounts: [{ name: state, mountPath: /state }]
  containers:
    - name: flink-main-container
      volumeMounts: [{ name: state, mountPath: /state }]
  volumes:
    - name: state
      hostPath: { path: ${folder}, type: DirectoryOrCreate }
`;

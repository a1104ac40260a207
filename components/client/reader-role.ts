/** The Role that lets someone see clusters and read logs in one namespace, as YAML. */
export function readerRole(namespace: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: drey-reader
  namespace: ${namespace}
rules:
  - apiGroups: ["", apps]
    resources: [deployments, pods, services, configmaps, events]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [pods/log]
    verbs: [get]
  - apiGroups: [""]
    resources: [services/proxy]
    verbs: [get]
`;
}

import { kerberosKeytab, kerberosPrincipal, krb5Conf } from "../options/cluster-options.ts";
import { kerberosMountEnabled } from "../options/kubernetes-options.ts";
import type { OptionReader } from "../options/option-reader.ts";
import { keytabSecretName, krb5ConfigMapName } from "./cluster-names.ts";
import { extendPod } from "./flink-pod.ts";
import type { OwnedObject, RenderIssue } from "./rendering.ts";
import type { JobManagerParameters, Step } from "./step.ts";

const keytabVolume = "kerberos-keytab-volume";
const keytabFolder = "/opt/kerberos/kerberos-keytab";
const krb5Volume = "kerberos-krb5conf-volume";

const fileName = (path: string): string => path.split("/").at(-1) ?? path;

/**
 * The keytab as a Secret and `krb5.conf` as a ConfigMap.
 *
 * Neither carries labels; they are found by name and owner. A `krb5.conf` that the client lacks is mounted all the same.
 * Flink: KerberosMountDecorator.
 */
export const kerberos: Step = {
  decorate(pod, parameters) {
    const { clusterId, options } = parameters;
    const keytab = parameters.keytab !== undefined;
    const krb5 = mountedKrb5(options);
    return extendPod(pod, {
      volumes: [
        ...(keytab ? [{ name: keytabVolume, secret: { secretName: keytabSecretName(clusterId) } }] : []),
        ...(krb5 === undefined ? [] : [krb5VolumeOf(clusterId, krb5)]),
      ],
      volumeMounts: [
        ...(keytab ? [{ name: keytabVolume, mountPath: keytabFolder }] : []),
        ...(krb5 === undefined ? [] : [{ name: krb5Volume, mountPath: "/etc/krb5.conf", subPath: "krb5.conf" }]),
      ],
    });
  },

  accompany({ clusterId, options, files, keytab }) {
    const krb5 = mountedKrb5(options);
    const krb5Text = krb5 === undefined ? undefined : files.named?.[krb5];
    const objects: OwnedObject[] = [];
    if (keytab !== undefined) {
      const data = { [fileName(keytab)]: files.named?.[keytab] ?? "" };
      objects.push({ apiVersion: "v1", kind: "Secret", metadata: { name: keytabSecretName(clusterId) }, data });
    }
    if (krb5 !== undefined && krb5Text !== undefined) {
      const data = { [fileName(krb5)]: krb5Text };
      objects.push({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: krb5ConfigMapName(clusterId) }, data });
    }
    return objects;
  },
};

function krb5VolumeOf(clusterId: string, path: string) {
  const items = [{ key: fileName(path), path: "krb5.conf" }];
  return { name: krb5Volume, configMap: { name: krb5ConfigMapName(clusterId), items } };
}

function mountedKeytab(options: OptionReader): string | undefined {
  const keytab = options.get(kerberosKeytab);
  return options.get(kerberosMountEnabled) && keytab?.trim() && options.get(kerberosPrincipal)?.trim()
    ? keytab
    : undefined;
}

function mountedKrb5(options: OptionReader): string | undefined {
  const path = options.get(krb5Conf);
  return options.get(kerberosMountEnabled) && path?.trim() ? path : undefined;
}

/**
 * Checks the login, and points the shipped option at the keytab in the pod. `krb5-conf.path` keeps the client's path.
 *
 * Flink: SecurityConfiguration.validate.
 * @returns the client's path of the keytab, where it is to be mounted
 */
export function prepareKerberos(parameters: Omit<JobManagerParameters, "keytab">): string | undefined {
  const { options, client, files, mode, issues } = parameters;
  // The `flink` command checks at its start, whatever is mounted.
  if (mode === "session" && !options.get(kerberosMountEnabled)) return undefined;
  const given = options.get(kerberosKeytab)?.trim() ? options.get(kerberosKeytab) : undefined;
  const hasPrincipal = Boolean(options.get(kerberosPrincipal)?.trim());
  if ((given !== undefined) !== hasPrincipal) {
    issues.report(invalidLogin("either both keytab and principal must be defined, or neither."));
  } else if (given !== undefined && files.named?.[given] === undefined) {
    issues.report(invalidLogin(`the keytab ${given} does not exist.`));
  }
  const keytab = mountedKeytab(options);
  if (keytab !== undefined) client.configuration.set(kerberosKeytab.key, `${keytabFolder}/${fileName(keytab)}`);
  return keytab;
}

function invalidLogin(reason: string): RenderIssue {
  return {
    field: kerberosKeytab.key,
    code: "kerberos-login-invalid",
    detail: `Kerberos login configuration is invalid: ${reason}`,
  };
}

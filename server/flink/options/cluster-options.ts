import { integerOption, stringOption } from "./option.ts";

/** Options of ports, high availability and Kerberos that the client reads or fixes. */

export const restPort = integerOption("rest.port", { defaultValue: 8081, fallbackKeys: ["web.port"] });
export const restBindPort = stringOption("rest.bind-port", {
  defaultValue: "8081",
  fallbackKeys: ["rest.port", "web.port", "jobmanager.web.port"],
});
export const jobManagerRpcPort = integerOption("jobmanager.rpc.port", { defaultValue: 6123 });
export const blobServerPort = stringOption("blob.server.port", { defaultValue: "0" });
export const taskManagerRpcPort = stringOption("taskmanager.rpc.port", { defaultValue: "0" });

export const highAvailabilityType = stringOption("high-availability.type", {
  defaultValue: "NONE",
  fallbackKeys: ["recovery.mode", "high-availability"],
});
export const highAvailabilityStorageDir = stringOption("high-availability.storageDir", {
  defaultValue: undefined,
  fallbackKeys: ["high-availability.zookeeper.storageDir", "recovery.zookeeper.storageDir"],
});
export const highAvailabilityJobManagerPort = stringOption("high-availability.jobmanager.port", {
  defaultValue: "0",
  fallbackKeys: ["recovery.jobmanager.port"],
});

export const kerberosKeytab = stringOption("security.kerberos.login.keytab", {
  defaultValue: undefined,
  fallbackKeys: ["security.keytab"],
});
export const kerberosPrincipal = stringOption("security.kerberos.login.principal", {
  defaultValue: undefined,
  fallbackKeys: ["security.principal"],
});
export const krb5Conf = stringOption("security.kerberos.krb5-conf.path", { defaultValue: undefined });

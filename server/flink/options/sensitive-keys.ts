const sensitiveParts = [
  "password",
  "secret",
  "fs.azure.account.key",
  "apikey",
  "api-key",
  "auth-params",
  "service-key",
  "token",
  "basic-auth",
  "jaas.config",
  "http-headers",
];

/**
 * Whether an option's value must not be shown in messages and logs. It still stands in the cluster's ConfigMap.
 *
 * `api-key` counts for every version, although Flink knows it from 2.0 only: hiding one more value harms nobody.
 * Flink: GlobalConfiguration.isSensitive.
 */
export function isSensitiveKey(key: string): boolean {
  const lowerCase = key.toLowerCase();
  return sensitiveParts.some((part) => lowerCase.includes(part));
}

const prefix = "flink-cluster-";
const length = 45;

/**
 * A cluster id for a spec that names none: `flink-cluster-` and 31 hexadecimal digits.
 *
 * Flink: AbstractKubernetesClusterClientFactory.generateClusterId.
 * @param random 16 random bytes, from the caller: this library has no chance of its own
 */
export function generatedClusterId(random: Uint8Array): string {
  const digits = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (prefix + digits).slice(0, length);
}

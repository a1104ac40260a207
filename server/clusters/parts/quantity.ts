const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A Kubernetes quantity such as `200m` or `1728Mi` as a number of cores or bytes; undefined when it is none. */
export function parseQuantity(text: string | undefined): number | undefined {
  const match = /^([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?|[+-]?\d+\.)([a-zA-Z]{0,2})$/.exec(text?.trim() ?? "");
  const factor = factors[match?.[2] ?? ""];
  const value = Number(match?.[1]);
  return match && factor !== undefined && Number.isFinite(value) ? value * factor : undefined;
}

/** Bytes for people, in the unit of the number's size: `4 GiB`, `600 MiB`. */
export function bytesText(bytes: number): string {
  const [divisor, unit] = bytes >= 2 ** 30 ? [2 ** 30, "GiB"] : [2 ** 20, "MiB"];
  return `${Number((bytes / divisor).toFixed(1))} ${unit}`;
}

/** How the texts of one configuration are read. */
export interface Grammar {
  /** Lists and maps may be YAML: not where Flink 1.20 read a legacy `flink-conf.yaml`. */
  readonly yaml: boolean;
  /** So may the maps inside a `;` list: from Flink 2.0. */
  readonly yamlInItems: boolean;
  readonly isoDurations: boolean;
}

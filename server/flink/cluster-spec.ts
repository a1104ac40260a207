/**
 * What a person asks for: everything that decides the Kubernetes objects of one native Flink cluster.
 *
 * It is what is stored, shown, compared and created anew. All values of `configuration` are strings, as `-Dkey=value`
 * gives them. `files` stands for what Flink's client reads from its own disk, so that rendering needs no disk.
 */
export interface ClusterSpec {
  readonly mode: "session" | "application";
  /** Such as `2.3.0` or `2.3`: chooses the option catalogue and the rules of that minor version. */
  readonly flinkVersion: string;
  /** Options as given by the person, `kubernetes.cluster-id` and `kubernetes.namespace` among them. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly application?: ApplicationSpec | undefined;
  readonly files?: SpecFiles | undefined;
}

/** The program of an application cluster, as `flink run-application` takes it. */
export interface ApplicationSpec {
  /** Absent for Python programs. */
  readonly jarUri?: string | undefined;
  readonly entryClass?: string | undefined;
  readonly arguments: readonly string[];
  readonly parallelism?: number | undefined;
  readonly classpaths?: readonly string[] | undefined;
  readonly savepoint?:
    | {
        readonly path: string;
        readonly allowNonRestoredState: boolean;
        readonly claimMode: "CLAIM" | "NO_CLAIM" | "LEGACY";
      }
    | undefined;
  readonly detached?: boolean | undefined;
  readonly shutdownOnAttachedExit?: boolean | undefined;
  readonly python?: PythonSpec | undefined;
}

export interface PythonSpec {
  readonly file?: string | undefined;
  readonly module?: string | undefined;
  /** `python.*` keys that have a flag of their own (`-pyfs`, `-pyreq`, …), by key. */
  readonly options: Readonly<Record<string, string>>;
}

/** The texts that Flink's client would have read from its disk. */
export interface SpecFiles {
  /** The `conf/` folder by file name: `config.yaml` or `flink-conf.yaml`, and the logging files to be shipped. */
  readonly conf?: Readonly<Record<string, string>> | undefined;
  /** Files that options name, by the path written in the option: pod templates, keytab (base64), krb5.conf. */
  readonly named?: Readonly<Record<string, string>> | undefined;
  /** `core-site.xml` and `hdfs-site.xml` of `HADOOP_CONF_DIR`, by file name. */
  readonly hadoop?: Readonly<Record<string, string>> | undefined;
}

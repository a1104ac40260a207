import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClusterSpec } from "../../server/flink/cluster-spec.ts";
import { namedFiles } from "../../server/flink/configuration/named-files.ts";

type Texts = Record<string, string>;

/** Files of a conf folder that count: what is written into it beside them stays out. */
const confFile = /^(config\.yaml|flink-conf\.yaml|log4j[-\w]*\.properties|logback[-\w]*\.xml)$/;

/**
 * Adds to a spec what Flink's client would read from its disk: the conf folder, the files that options name, and
 * Hadoop's. Files that are missing are left out; the rendering says what that means.
 */
export async function withFiles(spec: ClusterSpec, confDir: string | undefined): Promise<ClusterSpec> {
  const conf = confDir === undefined ? undefined : await readFolder(confDir, confFile);
  const withConf: ClusterSpec = { ...spec, files: { conf } };
  const named: Texts = {};
  for (const { path, encoding } of namedFiles(withConf)) {
    const content = await readFile(path).catch(() => undefined);
    if (content) named[path] = content.toString(encoding);
  }
  return { ...spec, files: { conf, named, hadoop: await hadoopFiles() } };
}

/** Flink: HadoopConfMountDecorator, by the environment of the client. */
async function hadoopFiles(): Promise<Texts> {
  const { HADOOP_CONF_DIR: confDir, HADOOP_HOME: home } = process.env;
  const folders = confDir ? [confDir] : home ? [join(home, "etc", "hadoop"), join(home, "conf")] : [];
  for (const folder of folders) {
    const exists = await readdir(folder).catch(() => undefined);
    if (exists) return readFolder(folder, /^(core-site|hdfs-site)\.xml$/);
  }
  return {};
}

async function readFolder(folder: string, wanted: RegExp): Promise<Texts> {
  const names = await readdir(folder).catch(() => []);
  const texts: Texts = {};
  for (const name of names.filter((candidate) => wanted.test(candidate))) {
    texts[name] = await readFile(join(folder, name), "utf8");
  }
  return texts;
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as binding from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * The SQL that turns a database into what `prisma/schema.prisma` describes; undefined when it is that already.
 *
 * Prisma's own engine compares, as WebAssembly: the binary that `prisma migrate` wants can't be had offline. It does
 * not see triggers.
 */
export async function missingSql(databaseUrl: string, schemaText: string): Promise<string | undefined> {
  await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaLibSql({ url: databaseUrl }));
  const engine = await binding.SchemaEngine.new(
    { datamodels: [["schema.prisma", schemaText]] },
    () => undefined,
    adapter,
  );
  const schema = { files: [{ path: "schema.prisma", content: schemaText }] };
  const { exitCode, stdout } = await engine.diff({
    from: { tag: "schemaDatasource", ...schema, configDir: "." },
    to: { tag: "schemaDatamodel", ...schema },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? undefined : (stdout ?? "");
}

let loaded = false;

async function loadEngine(): Promise<void> {
  if (loaded) return;
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": binding });
  binding.__wbg_set_wasm(instance.exports);
  const start: unknown = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  loaded = true;
}

import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { submitJobOperation, uploadJarOperation } from "../../server/jobs/jars.schema.ts";
import { CommandFailure, call } from "./console-client.ts";
import { clusterOf, command, WrongCall } from "./run-command.ts";

const usage = `usage: drey submit CLUSTER JAR [-n NAMESPACE] [--context CONTEXT] [-c CLASS] [-p PARALLELISM]
                   [-s SAVEPOINT] [--claim] [--allow-non-restored] [-D key=value]… [-- ARGUMENT…]

Runs a jar of this machine on a session cluster and prints the job's id. The console keeps the jar.`;

const options = {
  class: { type: "string", short: "c" },
  parallelism: { type: "string", short: "p" },
  savepoint: { type: "string", short: "s" },
  claim: { type: "boolean" },
  "allow-non-restored": { type: "boolean" },
  define: { type: "string", short: "D", multiple: true },
} as const;

/** `drey submit` */
export const submitCommand = command(usage, options, async (given) => {
  const [, file, ...programArguments] = given.positionals;
  if (file === undefined) throw new WrongCall("name a cluster and a jar");
  const cluster = await clusterOf(given);
  const bytes = await jarOf(file);
  const parallelism = given.text("parallelism");
  if (parallelism !== undefined && !/^[1-9]\d*$/.test(parallelism)) throw new WrongCall("-p takes a whole number");
  const jar = await call(uploadJarOperation, { name: basename(file) }, bytes);
  const path = given.text("savepoint");
  const { jobId } = await call(submitJobOperation, {
    ...cluster,
    jar: { sha256: jar.sha256 },
    programArguments,
    flinkConfiguration: Object.fromEntries(given.texts("define").map(optionOf)),
    ...(given.text("class") && { entryClass: given.text("class") }),
    ...(parallelism && { parallelism: Number(parallelism) }),
    ...(path && {
      savepoint: {
        path,
        claimMode: given.flag("claim") ? ("CLAIM" as const) : ("NO_CLAIM" as const),
        allowNonRestoredState: given.flag("allow-non-restored"),
      },
    }),
  });
  console.log(jobId);
});

/** The file, read while it is sent. A name that is no file's makes `openAsBlob` throw at once. */
async function jarOf(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file);
  } catch (cause) {
    throw new CommandFailure(`${file} can't be read`, { cause });
  }
}

function optionOf(text: string): readonly [string, string] {
  const [, key, value] = /^([\w.-]+)=(.*)$/.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new WrongCall("-D takes key=value");
  return [key, value];
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readJarManifest } from "./jar-manifest.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drey-jar-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A zip with one file, as the format says. */
function zipOf(name: string, content: string): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const begin = Buffer.concat([local, Buffer.from(name), packed]);
  const directory = Buffer.concat([central, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(begin.length, 16);
  return Buffer.concat([begin, directory, end]);
}

async function manifestOf(bytes: Uint8Array) {
  const file = join(folder, "test.jar");
  await writeFile(file, bytes);
  return await readJarManifest(file);
}

describe("readJarManifest", () => {
  it("finds the main class, also over a folded line, and prefers Flink's own key", async () => {
    const folded =
      "Manifest-Version: 1.0\r\nMain-Class: com.acme.a.very.long.package.name.that.is.folded.at.seventy\r\n .Main\r\n";
    expect(await manifestOf(zipOf("META-INF/MANIFEST.MF", folded))).toEqual({
      entryClass: "com.acme.a.very.long.package.name.that.is.folded.at.seventy.Main",
    });
    expect(await manifestOf(zipOf("META-INF/MANIFEST.MF", "Main-Class: a.B\nprogram-class: c.D\n"))).toEqual({
      entryClass: "c.D",
    });
  });

  it("takes a zip without a manifest or main class", async () => {
    expect(await manifestOf(zipOf("x.txt", "x"))).toEqual({});
    expect(await manifestOf(zipOf("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"))).toEqual({
      entryClass: undefined,
    });
  });

  it.each(["", "not a jar", "PK\u0003\u0004 cut off"])("refuses «%s»", async (text) => {
    await expect(manifestOf(Buffer.from(text))).rejects.toMatchObject({ failure: { kind: "request-invalid" } });
  });

  it("refuses or reads any spoilt zip, and never fails otherwise", async () => {
    const good = zipOf("META-INF/MANIFEST.MF", "Main-Class: a.B\n");
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const spoilt = Buffer.from(good);
        spoilt[at] = byte;
        const outcome = await manifestOf(spoilt).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ failure: { kind: "request-invalid" } });
        else expect(outcome).toBeTypeOf("object");
      }),
      { numRuns: 300 },
    );
  });
});

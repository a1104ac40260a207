import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { maskText, optionsOf } from "./flink-configuration-file.ts";
import { withoutSecrets } from "./without-secrets.ts";

const yaml = (text: string) => maskText({ name: "config.yaml", text });

describe("maskText", () => {
  it("hides sensitive values, nested or dotted, and leaves every other byte as it is", () => {
    const text =
      "# mine\ns3:\n  secret-key: 'hush'   # why\n  endpoint: e\nsecurity.ssl.rest.key-password: pw\nrest.port: 8081\n";
    expect(yaml(text)).toEqual({
      text: "# mine\ns3:\n  secret-key: ******   # why\n  endpoint: e\nsecurity.ssl.rest.key-password: ******\nrest.port: 8081\n",
      masked: ["s3.secret-key", "security.ssl.rest.key-password"],
    });
  });

  it("hides a whole block below a sensitive key, and values of several lines", () => {
    const { text } = yaml("token:\n  a: one\n  b: [two, three]\nmy.password: |\n  four\n  five\nplain: six\n");
    for (const word of ["one", "two", "three", "four", "five"]) expect(text).not.toContain(word);
    expect(text).toMatch(/^plain: six$/m);
  });

  it("shows nothing of a file that it can't read", () => {
    expect(yaml("a: [hush\nb: }").text).not.toContain("hush");
  });

  it("hides values in the legacy file, line by line", () => {
    const legacy = maskText({
      name: "flink-conf.yaml",
      text: "rest.port: 8081\ns3.secret-key: hush\n#old.password: hush\n",
    });
    expect(legacy.text).toBe("rest.port: 8081\ns3.secret-key: ******\n#old.password: ******\n");
  });

  it("lets no value of a sensitive key through, whatever it looks like", () => {
    const secret = fc.stringMatching(/^[\w !#%&*:'"{}[\],?|>@`-]{1,30}$/).map((value) => `Q9${value}Q9`);
    fc.assert(
      fc.property(secret, (value) => {
        const { text } = yaml(stringify({ s3: { "secret-key": value, endpoint: "e" }, after: "kept" }));
        expect(text).not.toContain("Q9");
        expect(text).toContain("kept");
      }),
    );
  });
});

describe("optionsOf", () => {
  it("flattens, and is empty for a file that somebody has broken", () => {
    expect(optionsOf({ name: "config.yaml", text: "rest:\n  port: 8081" }).get("rest.port")).toBe("8081");
    expect(optionsOf({ name: "config.yaml", text: "a: [" }).size).toBe(0);
  });
});

describe("withoutSecrets", () => {
  it("hides values of options, of a shipped config.yaml, and a keytab", () => {
    const kept = withoutSecrets({
      mode: "session",
      flinkVersion: "2.3.0",
      configuration: { "s3.secret-key": "hush", "security.kerberos.login.keytab": "/k", "rest.port": "8081" },
      files: {
        conf: { "config.yaml": "token: hush\n", "log4j.properties": "a" },
        named: { "/k": "hush", "/pod": "yaml" },
      },
    });
    expect(JSON.stringify(kept)).not.toContain("hush");
    expect(kept.configuration["rest.port"]).toBe("8081");
    expect(kept.files?.named?.["/pod"]).toBe("yaml");
  });
});

import { describe, expect, it } from "vitest";
import type { LogCursor } from "../../server/logs/schema.ts";
import { ConsoleAway, followStream } from "./follow-stream.ts";

const at = (second: number) => `2026-11-24T23:11:0${second}.000000000Z`;
const record = (second: number, line: string) => ({ type: "record", at: at(second), nth: 0, pod: "tm-1", line });

function failed(why: string): never {
  throw new Error(why);
}

/** A console that answers each call with the next of these; an Error is no answer. */
function consoleOf(...answers: (readonly object[] | Error)[]) {
  const asked: (readonly LogCursor[])[] = [];
  let printed = "";
  const said: string[] = [];
  const open = async (after: readonly LogCursor[]) => {
    asked.push(after);
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error("asked too often");
    const text = answer.map((item) => `${JSON.stringify(item)}\n`).join("");
    return new Response(text).body ?? failed("a response of text has a body");
  };
  const write = async (text: string) => {
    printed += text;
  };
  const run = async (follow: boolean) => {
    const code = await followStream(open, follow, { write, say: (sentence) => said.push(sentence) });
    return { code, printed, asked, said };
  };
  return { run };
}

describe("followStream", () => {
  it("goes on after the last line seen when the console was started anew", async () => {
    const { run } = consoleOf([record(1, "a"), record(2, "b")], new ConsoleAway("no answer"), [
      record(3, "c"),
      { type: "end" },
    ]);
    const { code, printed, asked, said } = await run(true);
    expect(code).toBe(0);
    expect(printed).toBe("tm-1 a\ntm-1 b\ntm-1 c\n");
    expect(asked).toEqual([[], [{ pod: "tm-1", at: at(2), nth: 0 }], [{ pod: "tm-1", at: at(2), nth: 0 }]]);
    expect(said).toHaveLength(1);
  });

  it("ends with 1 after a problem, and does not ask again", async () => {
    const { run } = consoleOf([record(1, "a"), { problem: { detail: "Kubernetes does not answer." } }]);
    expect(await run(true)).toMatchObject({ code: 1, asked: [[]] });
  });

  it("says that an answer without an end is not whole", async () => {
    await expect(consoleOf([record(1, "a")]).run(false)).rejects.toThrow("broke off");
    await expect(consoleOf(new ConsoleAway("no answer")).run(true)).rejects.toThrow("no answer");
  });
});

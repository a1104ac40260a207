import type { Command } from "./command.ts";

/** The commands by name. Each is loaded only when it is called: starting is most of a command's time. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  logs: async () => (await import("./logs/logs-command.ts")).logsCommand,
  render: async () => (await import("./render/render-command.ts")).renderCommand,
};

async function main([name = "", ...words]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).run(words);
  console.error(`usage: drey ${Object.keys(commands).join("|")} …`);
  return name === "" || name === "help" || name === "--help" ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));

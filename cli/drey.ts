import type { Command } from "./command.ts";

/** The commands by name. Each is loaded only when it is called: starting is most of a command's time. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  cancel: async () => (await import("./jobs/end-commands.ts")).cancelCommand,
  jobs: async () => (await import("./jobs/jobs-command.ts")).jobsCommand,
  "log-level": async () => (await import("./log-level/log-level-command.ts")).logLevelCommand,
  logs: async () => (await import("./logs/logs-command.ts")).logsCommand,
  render: async () => (await import("./render/render-command.ts")).renderCommand,
  savepoint: async () => (await import("./jobs/end-commands.ts")).savepointCommand,
  stop: async () => (await import("./jobs/end-commands.ts")).stopCommand,
  submit: async () => (await import("./jobs/submit-command.ts")).submitCommand,
};

async function main([name = "", ...words]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).run(words);
  console.error(`usage: drey ${Object.keys(commands).join("|")} …`);
  return name === "" || name === "help" || name === "--help" ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));

import { z } from "zod";
import type { PrismaClient, SpecTemplate as Row } from "#generated/prisma/client.ts";
import { ConsoleError } from "../errors.ts";
import type { SpecTemplate, SpecTemplates } from "./spec-templates.ts";

const most = 500;
const uniqueViolation = z.looseObject({ code: z.literal("P2002") });

/** Templates in the database; new versions are written in the name of `who`. */
export function prismaSpecTemplates(prisma: PrismaClient, who: string): SpecTemplates {
  const table = prisma.specTemplate;
  return {
    async add({ name, description, content, after }) {
      const newest = await table.findFirst({ where: { name }, orderBy: { version: "desc" } });
      if ((newest?.version ?? 0) !== after) throw taken(name, after);
      const row = { name, version: after + 1, description, who, savedAt: new Date(), content: JSON.stringify(content) };
      try {
        return templateOf(await table.create({ data: row }));
      } catch (error) {
        // Somebody was quicker between the look and the write.
        throw uniqueViolation.safeParse(error).success ? taken(name, after) : error;
      }
    },
    async list() {
      const newest = await table.groupBy({
        by: ["name"],
        _max: { version: true },
        orderBy: { name: "asc" },
        take: most,
      });
      const wanted = newest.map(({ name, _max }) => ({ name, version: _max.version ?? 0 }));
      const rows = await table.findMany({ where: { OR: wanted }, orderBy: { name: "asc" } });
      return rows.map(templateOf);
    },
    async versions(name) {
      const rows = await table.findMany({ where: { name }, orderBy: { version: "desc" }, take: most });
      return rows.map(templateOf);
    },
    async delete(name) {
      return (await table.deleteMany({ where: { name } })).count > 0;
    },
  };
}

function taken(name: string, after: number): ConsoleError {
  const resource = `Template ${name}`;
  return new ConsoleError(after === 0 ? { kind: "already-exists", resource } : { kind: "changed-meanwhile", resource });
}

const templateOf = ({ content, ...rest }: Row): SpecTemplate => ({ ...rest, content: JSON.parse(content) });

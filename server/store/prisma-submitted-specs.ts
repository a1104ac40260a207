import { randomUUID } from "node:crypto";
import type { PrismaClient } from "#generated/prisma/client.ts";
import type { SubmittedSpecs } from "./submitted-specs.ts";

/** Submitted specs in the database, written in the name of `who`. */
export function prismaSubmittedSpecs(prisma: PrismaClient, who: string): SubmittedSpecs {
  return {
    async save({ spec, ...address }) {
      const data = { ...address, id: randomUUID(), submittedAt: new Date(), who, spec: JSON.stringify(spec) };
      await prisma.submittedSpec.create({ data });
    },
    async find(context, namespace, clusterId, deploymentUid) {
      const row = await prisma.submittedSpec.findFirst({
        where: { context, namespace, clusterId, deploymentUid },
        orderBy: { submittedAt: "desc" },
      });
      if (row === null) return undefined;
      const { id: _, spec, ...rest } = row;
      return { ...rest, spec: JSON.parse(spec) };
    },
  };
}

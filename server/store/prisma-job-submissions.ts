import type { PrismaClient } from "#generated/prisma/client.ts";
import type { JobSubmissions } from "./job-submissions.ts";

const most = 1_000;

/** Submissions in the database, written in the name of `who`. */
export function prismaJobSubmissions(prisma: PrismaClient, who: string): JobSubmissions {
  return {
    async save({ request, ...job }) {
      await prisma.jobSubmission.upsert({
        where: { context_namespace_clusterId_jobId: job },
        create: { ...job, who, submittedAt: new Date(), request: JSON.stringify(request) },
        update: {},
      });
    },
    async list(context, namespace, clusterId) {
      const rows = await prisma.jobSubmission.findMany({
        where: { context, namespace, clusterId },
        orderBy: { submittedAt: "desc" },
        take: most,
      });
      return rows.map(({ request, ...rest }) => ({ ...rest, request: JSON.parse(request) }));
    },
  };
}

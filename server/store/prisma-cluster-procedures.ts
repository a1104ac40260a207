import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { PrismaClient, ClusterProcedure as Row } from "#generated/prisma/client.ts";
import { ConsoleError } from "../errors.ts";
import type {
  ClusterProcedure,
  ClusterProcedures,
  Holding,
  ProcedureChange,
  ProcedureFilter,
} from "./cluster-procedures.ts";

const kind = z.enum(["delete", "recreate"]);
const state = z.enum(["running", "halted", "done", "given-up"]);

/** Procedures in the database; new ones are written in the name of `who`. */
export function prismaClusterProcedures(prisma: PrismaClient, who: string): ClusterProcedures {
  const table = prisma.clusterProcedure;
  const find = async (id: string) => {
    const row = await table.findUnique({ where: { id } });
    if (row === null) throw new ConsoleError({ kind: "not-found", resource: `Procedure ${id}` });
    return procedureOf(row);
  };
  return {
    find,
    async add({ plan, progress, ...rest }, holding) {
      const { context, namespace, clusterId } = rest;
      const place = { context, namespace, clusterId };
      const data = {
        ...rest,
        ...runningAs(place, holding),
        id: newId(),
        plan: JSON.stringify(plan),
        progress: JSON.stringify(progress),
        askedAt: new Date(),
        who,
      };
      const superseded = table.updateMany({
        where: { ...place, state: "halted" },
        data: { state: "given-up", endedAt: new Date() },
      });
      const [row] = await onlyOne(prisma.$transaction([table.create({ data }), superseded]));
      return procedureOf(row);
    },
    async list({ limit, ...where }) {
      const rows = await table.findMany({ where: definedOf(where), orderBy: { id: "desc" }, take: limit });
      return rows.map(procedureOf);
    },
    async hold(id, { holder, until }) {
      const free = { OR: [{ holder }, { holder: null }, { heldUntil: { lt: new Date() } }] };
      const { count } = await table.updateMany({
        where: { id, state: "running", ...free },
        data: { holder, heldUntil: until },
      });
      return count === 1;
    },
    async save(id, holder, change) {
      const { count } = await table.updateMany({ where: { id, holder, state: "running" }, data: columnsOf(change) });
      if (count !== 1) throw new ConsoleError({ kind: "changed-meanwhile", resource: `Procedure ${id}` });
      return find(id);
    },
    async reopen(id, progress, holding) {
      const data = { ...runningAs(await find(id), holding), progress: JSON.stringify(progress), endedAt: null };
      const { count } = await onlyOne(table.updateMany({ where: { id, state: "halted" }, data }));
      if (count !== 1) throw notHalted();
      return find(id);
    },
    async giveUp(id) {
      const data = { state: "given-up", endedAt: new Date() };
      const { count } = await table.updateMany({ where: { id, state: "halted" }, data });
      if (count !== 1) throw notHalted();
      return find(id);
    },
  };
}

type Place = Pick<ClusterProcedure, "context" | "namespace" | "clusterId">;

/** The column is unique: a second one of the same cluster is refused by the database. */
const runningAs = ({ context, namespace, clusterId }: Place, { holder, until }: Holding) => ({
  state: "running",
  active: `${context}/${namespace}/${clusterId}`,
  holder,
  heldUntil: until,
});

async function onlyOne<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!uniqueViolation.safeParse(error).success) throw error;
    const detail = "The cluster is being deleted or re-created already: see how that goes on.";
    throw new ConsoleError({ kind: "not-possible-now", detail }, { cause: error });
  }
}

const uniqueViolation = z.looseObject({ code: z.literal("P2002") });

const notHalted = () =>
  new ConsoleError({ kind: "not-possible-now", detail: "It has not stopped at a failure, or goes on already." });

function columnsOf({ state: next, progress }: ProcedureChange) {
  return {
    ...(progress !== undefined && { progress: JSON.stringify(progress) }),
    ...(next !== undefined && { state: next }),
    ...(next !== undefined && next !== "running" && { active: null, holder: null, heldUntil: null }),
    ...(next === "done" && { endedAt: new Date() }),
  };
}

/** The columns that the filter names; Prisma takes no undefined ones. */
const definedOf = ({ context, namespace, clusterId, state }: Omit<ProcedureFilter, "limit">) => ({
  ...(context !== undefined && { context }),
  ...(namespace !== undefined && { namespace }),
  ...(clusterId !== undefined && { clusterId }),
  ...(state !== undefined && { state }),
});

/** Time first, so that ids sort by it. */
const newId = (): string => Date.now().toString(16).padStart(12, "0") + randomBytes(10).toString("hex");

function procedureOf(row: Row): ClusterProcedure {
  const { active: _, holder: __, heldUntil: ___, ...rest } = row;
  return {
    ...rest,
    kind: kind.parse(row.kind),
    state: state.parse(row.state),
    plan: JSON.parse(row.plan),
    progress: JSON.parse(row.progress),
    endedAt: row.endedAt ?? undefined,
  };
}

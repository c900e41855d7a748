import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";

export type PuskesmasYear = {
  puskesmasId: string;
  name: string;
  timeZone: string;
  parentId: string | null;
  year: number;
};

/** The puskesmas and year of "<organisationId>:<year>", or null where there is none that the actor may see. */
export async function readPuskesmasYear(actor: Actor, subject: string): Promise<PuskesmasYear | null> {
  const [id = "", text = "", ...more] = subject.split(":");
  if (!isId(id) || !/^20\d\d$/.test(text) || more.length > 0) return null;
  const puskesmas = await db.organisation.findFirst({
    where: { AND: [organisationsWithin(actor), { id, kind: "PUSKESMAS" }] },
    select: { id: true, name: true, timeZone: true, parentId: true },
  });
  if (!puskesmas) return null;
  const { id: puskesmasId, ...rest } = puskesmas;
  return { puskesmasId, ...rest, year: Number(text) };
}

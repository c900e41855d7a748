import type { Marking } from "@/lib/attendance/marks";
import type { Db } from "@/lib/db";
import { keepForUndo, type Watched } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

type Change = {
  id: string | undefined;
  rows: readonly string[];
};

export function keepRollForUndo<T>(
  tx: Db,
  marking: Marking,
  { id, rows }: Change,
  change: () => Promise<T>,
): Promise<T> {
  const { actor, meeting } = marking;
  const step = { id, kind: "roll", words: "catatan kehadiran" } as const;
  return keepForUndo(tx, { actor, meeting, step }, watchedOf(rows), change);
}

function watchedOf(ids: readonly string[]): Watched[] {
  const named = Prisma.sql`(t.id = ANY (${[...ids]}::uuid[]) OR t."invitationId" = ANY (${[...ids]}::uuid[]))`;
  const attendances = Prisma.sql`SELECT t.id FROM "Attendance" t WHERE ${named}`;
  const signatures = Prisma.sql`SELECT id FROM "Document" WHERE "attendanceId" IN (${attendances})`;
  return [
    { table: "Attendance", where: named },
    { table: "SessionPresence", where: Prisma.sql`t."attendanceId" IN (${attendances})` },
    { table: "Document", where: Prisma.sql`t."attendanceId" IN (${attendances})` },
    { table: "DocumentContent", where: Prisma.sql`t."documentId" IN (${signatures})` },
  ];
}

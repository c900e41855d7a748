import { Prisma } from "@/prisma/generated/client";

/** Tables whose rows an action may bring back, each with what names a row. Parents come before what hangs on them. */
export const undoTables = {
  Invitation: { id: "uuid" },
  TrainingParticipant: { invitationId: "uuid" },
  Answer: { invitationId: "uuid" },
  Attendance: { id: "uuid" },
  SessionPresence: { sessionId: "uuid", attendanceId: "uuid" },
  ActionItem: { id: "uuid" },
  ActionItemVillage: { itemId: "uuid", villageCode: "text" },
  Problem: { id: "uuid" },
  ProblemVillage: { problemId: "uuid", villageCode: "text" },
  ProblemCause: { id: "uuid" },
  Scorer: { id: "uuid" },
  ProblemScore: { problemId: "uuid", scorerId: "uuid" },
  Simulation: { id: "uuid" },
  SimulationItem: { id: "uuid" },
  SimulationObservation: { id: "uuid" },
  SimulationScore: { observationId: "uuid", itemId: "uuid" },
  Document: { id: "uuid" },
  DocumentContent: { documentId: "uuid" },
  Holiday: { organisationId: "uuid", day: "date" },
  StaffLicence: { id: "uuid" },
} as const satisfies Record<string, Record<string, "uuid" | "text" | "date">>;

export type UndoTable = keyof typeof undoTables;

export const undoTableNames = Object.keys(undoTables) as UndoTable[];

export const named = (name: string) => Prisma.raw(`"${name}"`);

export function isRowOf(table: UndoTable): Prisma.Sql {
  const columns = Object.entries(undoTables[table]);
  const ties = columns.map(([column, type]) =>
    Prisma.raw(`t."${column}" = (COALESCE(u.before, u.after)->>'${column}')::${type}`),
  );
  return Prisma.join(ties, " AND ");
}

export function keyColumns(table: UndoTable): Prisma.Sql {
  return Prisma.raw(
    Object.keys(undoTables[table])
      .map((column) => `"${column}"`)
      .join(", "),
  );
}

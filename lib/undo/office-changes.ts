import { type Actor, NotAllowed } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { canWriteHolidays } from "@/lib/holidays/rules";
import { holdStaff } from "@/lib/staff/hold";
import type { OfficeUndoKind } from "@/lib/undo/kinds";

/** Holds what is brought back as the change did that took it away. @throws NotAllowed */
export const officeUndoChanges: Record<OfficeUndoKind, (tx: Db, actor: Actor, stepId: string) => Promise<void>> = {
  holiday: async (_tx, actor) => {
    if (!canWriteHolidays(actor)) throw new NotAllowed(actor, "bring back a holiday");
  },
  licence: async (tx, actor, stepId) => {
    const [row] = await tx.$queryRaw<{ staffId: string }[]>`
      SELECT before->>'staffId' AS "staffId" FROM "UndoRow" WHERE "stepId" = ${stepId}::uuid`;
    await holdStaff(tx, actor, row?.staffId ?? "", "bring back a licence of");
  },
};

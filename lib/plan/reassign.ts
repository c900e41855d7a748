import { z } from "zod";
import { type Actor, isPuskesmasWriter, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { formId, optionalText, text } from "@/lib/fields";
import { ownerRefOf } from "@/lib/owner-links/rules";
import { personAnswer } from "@/lib/persons/answer";
import { ownerOf } from "@/lib/plan/changes";
import { listScope, ofScope, type Scope } from "@/lib/plan/item-query";
import { keepTypedOwner, resolveOwner } from "@/lib/plan/owner-choice";
import { ownerPerson } from "@/lib/plan/rules";
import { isOpen } from "@/lib/progress/rules";
import { transact } from "@/lib/transact";
import type { ProgressStatus } from "@/prisma/generated/client";

export const reassignSchema = z
  .object({
    rtl: z.array(formId).max(200, "Paling banyak 200 RTL sekali jalan").default([]),
    owner: optionalText("penanggung jawab", 60),
    responsibleInstitution: optionalText("instansi penanggung jawab", 160),
    responsibleTitle: optionalText("jabatan", 160),
    responsibleName: optionalText("nama", 160),
    person: personAnswer,
    reason: text("alasan", 300),
  })
  .superRefine((input, context) => {
    if (input.rtl.length === 0)
      context.addIssue({ code: "custom", path: ["rtl"], message: "Centang RTL yang dialihkan" });
    if (!input.owner && !input.responsibleInstitution)
      context.addIssue({
        code: "custom",
        path: ["responsibleInstitution"],
        message: "Pilih penanggung jawab baru dari daftar, atau isi instansinya",
      });
  });

export type ReassignInput = z.output<typeof reassignSchema>;

type Locked = {
  id: string;
  meetingId: string;
  hostId: string;
  number: number;
  activity: string;
  status: ProgressStatus;
  responsibleInstitution: string;
  responsibleTitle: string | null;
  responsibleName: string | null;
  responsibleSeatId: string | null;
  responsibleUserId: string | null;
  responsiblePersonId: string | null;
};

/** The same form sent twice moves nothing the second time. @returns how many rows changed hands */
export async function reassignItems(actor: Actor, input: ReassignInput): Promise<Outcome<{ moved: number }>> {
  if (!isPuskesmasWriter(actor)) throw new NotAllowed(actor, "reassign action items");
  const owner = await resolveOwner(actor, null, input, null);
  if (!owner.ok) return owner;
  const { values } = owner;
  const ids = [...new Set(input.rtl)];
  const scope = await listScope(actor);
  return transact<Outcome<{ moved: number }>>(async (tx) => {
    const items = await lockRows(tx, actor, scope, ids);
    if (items.length < ids.length) throw new NotAllowed(actor, `reassign action items ${ids.join(", ")}`);
    const closed = items.filter((item) => !isOpen(item.status));
    if (closed.length > 0)
      return refuse(
        `${closed.map((item) => `RTL ${item.number}`).join(", ")} sudah selesai atau dibatalkan. Hapus centangnya, lalu alihkan sisanya.`,
        "rtl",
      );
    const after = wordsOf(values);
    await keepTypedOwner(tx, owner);
    const moved = items.filter((item) => ownerRefOf(item) !== ownerRefOf(values) || wordsOf(item) !== after);
    await tx.actionItem.updateMany({
      where: { id: { in: moved.map((item) => item.id) } },
      data: { ...values, version: { increment: 1 } },
    });
    await recordEvents(
      tx,
      by(actor),
      moved.map((item) => ({
        action: "item.reassigned",
        subjectId: item.id,
        organisationId: item.hostId,
        meetingId: item.meetingId,
        data: {
          number: item.number,
          activity: item.activity,
          before: ownerOf(item),
          after: ownerOf(values),
          reason: input.reason,
        },
      })),
    );
    return { ok: true, moved: moved.length };
  });
}

/** Locked in one order: a report on its way waits, and then reads the new owner. */
async function lockRows(tx: Db, actor: Actor, scope: Scope, ids: readonly string[]): Promise<Locked[]> {
  return tx.$queryRaw<Locked[]>`
    SELECT t.id, t."meetingId", m."hostId", t.number, t.activity, t.status::text AS status, t."responsibleInstitution",
      t."responsibleTitle", t."responsibleName", t."responsibleSeatId", t."responsibleUserId",
      t."responsiblePersonId"
    FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId"
    WHERE t.id = ANY(${[...ids]}::uuid[]) AND ${ofScope(actor, scope)}
    ORDER BY t.id FOR NO KEY UPDATE OF t`;
}

type Named = Pick<Locked, "responsibleInstitution" | "responsibleTitle" | "responsibleName">;

function wordsOf(owner: Named): string {
  return [ownerPerson(owner), owner.responsibleInstitution].filter(Boolean).join(", ");
}

import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { defaultTexts } from "@/lib/messages/defaults";
import { canWriteTemplates } from "@/lib/messages/rules";
import { transact } from "@/lib/transact";
import type { MessageKind } from "@/prisma/generated/enums";

export type Template = { text: string; savedAt: Date | null };

export async function findTemplates(actor: Actor): Promise<Record<MessageKind, Template>> {
  const rows = await db.messageTemplate.findMany({ where: { organisationId: actor.organisation.id } });
  const templateOf = (kind: MessageKind): Template => {
    const saved = rows.find((row) => row.kind === kind);
    return saved ? { text: saved.text, savedAt: saved.updatedAt } : { text: defaultTexts[kind], savedAt: null };
  };
  return {
    INVITATION: templateOf("INVITATION"),
    REMINDER: templateOf("REMINDER"),
    CHANGE: templateOf("CHANGE"),
    FOLLOW_UP: templateOf("FOLLOW_UP"),
  };
}

/** Saves the puskesmas's own words; the same words twice leave one event. */
export async function saveTemplate(actor: Actor, kind: MessageKind, text: string): Promise<Outcome> {
  if (!canWriteTemplates(actor)) throw new NotAllowed(actor, `save the template ${kind}`);
  const key = { organisationId: actor.organisation.id, kind };
  return transact<Outcome>(async (tx) => {
    const before = await tx.messageTemplate.findUnique({ where: { organisationId_kind: key } });
    if ((before?.text ?? defaultTexts[kind]) === text) return { ok: true };
    await tx.messageTemplate.upsert({
      where: { organisationId_kind: key },
      create: { ...key, text },
      update: { text },
    });
    await recordEvent(tx, by(actor), {
      action: "message.edited",
      subjectId: key.organisationId,
      organisationId: key.organisationId,
      data: { kind },
    });
    return { ok: true };
  });
}

export async function dropTemplate(actor: Actor, kind: MessageKind): Promise<Outcome> {
  if (!canWriteTemplates(actor)) throw new NotAllowed(actor, `drop the template ${kind}`);
  return transact<Outcome>(async (tx) => {
    const { count } = await tx.messageTemplate.deleteMany({ where: { organisationId: actor.organisation.id, kind } });
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: "message.reset",
        subjectId: actor.organisation.id,
        organisationId: actor.organisation.id,
        data: { kind },
      });
    return { ok: true };
  });
}

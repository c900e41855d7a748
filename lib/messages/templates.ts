import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { houseTexts } from "@/lib/messages/defaults";
import { canWriteTemplates, messageNames } from "@/lib/messages/rules";
import type { MessageKind } from "@/prisma/generated/enums";

export type Template = { text: string; savedAt: Date | null };

/** The words the actor's puskesmas uses for each kind; the house's where none are saved. */
export async function findTemplates(actor: Actor): Promise<Record<MessageKind, Template>> {
  const rows = await db.messageTemplate.findMany({ where: { organisationId: actor.organisation.id } });
  const templateOf = (kind: MessageKind): Template => {
    const saved = rows.find((row) => row.kind === kind);
    return saved ? { text: saved.text, savedAt: saved.updatedAt } : { text: houseTexts[kind], savedAt: null };
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
  return db.$transaction(async (tx) => {
    const before = await tx.messageTemplate.findUnique({ where: { organisationId_kind: key } });
    if ((before?.text ?? houseTexts[kind]) === text) return { ok: true };
    await tx.messageTemplate.upsert({
      where: { organisationId_kind: key },
      create: { ...key, text },
      update: { text },
    });
    await recordEvent(tx, {
      ...by(actor),
      organisationId: actor.organisation.id,
      verb: "mengubah pesan",
      subject: messageNames[kind],
    });
    return { ok: true };
  });
}

/** Goes back to the words of the house. */
export async function dropTemplate(actor: Actor, kind: MessageKind): Promise<Outcome> {
  if (!canWriteTemplates(actor)) throw new NotAllowed(actor, `drop the template ${kind}`);
  return db.$transaction(async (tx) => {
    const { count } = await tx.messageTemplate.deleteMany({ where: { organisationId: actor.organisation.id, kind } });
    if (count > 0)
      await recordEvent(tx, {
        ...by(actor),
        organisationId: actor.organisation.id,
        verb: "mengembalikan pesan bawaan",
        subject: messageNames[kind],
      });
    return { ok: true };
  });
}

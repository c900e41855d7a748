import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { personLine } from "@/lib/persons/rules";
import type { PersonInput } from "@/lib/persons/schema";
import { transact } from "@/lib/transact";

export async function editPerson(actor: Actor, id: string, input: PersonInput): Promise<Outcome> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, `edit person ${id}`);
  return transact<Outcome>(async (tx) => {
    const before = await tx.person.findFirst({ where: { id, organisationId: actor.organisation.id } });
    if (!before) throw new NotAllowed(actor, `edit person ${id}`);
    const { version, ...values } = input;
    const { count } = await tx.person.updateMany({
      where: { id, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (count === 0)
      return refuse("Catatan ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi perubahan Anda.");
    await recordEvent(tx, by(actor), {
      action: "person.edited",
      subjectId: id,
      organisationId: actor.organisation.id,
      data: { before: personLine(before), after: personLine(values) },
    });
    return { ok: true };
  });
}

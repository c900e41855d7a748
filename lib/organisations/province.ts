import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import { dinkesName } from "@/lib/organisations/rules";
import type { ProvinceAboveInput } from "@/lib/organisations/schema";
import { manageable } from "@/lib/organisations/writes";
import { addPerson } from "@/lib/persons/choose";
import { transact } from "@/lib/transact";
import { giveLink } from "@/lib/users/links";

/**
 * Of two at once the kabupaten's row lock lets one through.
 * @returns the token of the admin's sign-in link, or null where the same form was sent before
 */
export async function addProvinceAbove(
  actor: Actor,
  input: ProvinceAboveInput,
): Promise<Outcome<{ token: string | null }>> {
  const kabupaten = await manageable(actor, actor.organisation.id, "put a province above", ["DISTRICT_DINKES"]);
  return transact<Outcome<{ token: string | null }>>(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${kabupaten.id}::uuid FOR NO KEY UPDATE`;
      const { parentId, timeZone } = await tx.organisation.findUniqueOrThrow({ where: { id: kabupaten.id } });
      if (parentId === input.id) return { ok: true, token: null };
      if (parentId) return refuse("Di atas instansi ini sudah ada Dinas Kesehatan Provinsi");
      const area = await tx.area.findUniqueOrThrow({ where: { code: kabupaten.areaCode.slice(0, 2) } });
      const name = input.organisationName ?? dinkesName(area);
      const kind = "PROVINCIAL_DINKES";
      await tx.organisation.create({ data: { id: input.id, kind, name, areaCode: area.code, timeZone } });
      await tx.organisation.update({ where: { id: kabupaten.id }, data: { parentId: input.id } });
      const person = { name: input.name, title: null, institution: name, email: input.email };
      const personId = await addPerson(tx, input.id, person);
      const account = { id: input.userId, personId, name: input.name, email: input.email };
      await tx.user.create({ data: { ...account, role: "DINKES_ADMIN", organisationId: input.id } });
      await recordEvent(tx, by(actor), {
        action: "organisation.added",
        subjectId: input.id,
        organisationId: input.id,
        data: { name },
      });
      return { ok: true, token: await giveLink(tx, input.userId, actor.userId) };
    },
    { onDuplicate: () => refuse("Alamat email ini sudah dipakai pengguna lain", "email") },
  );
}

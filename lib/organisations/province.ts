import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import { dinkesName, nationCode, officeKindOf } from "@/lib/organisations/rules";
import type { ProvinceAboveInput } from "@/lib/organisations/schema";
import { manageable } from "@/lib/organisations/writes";
import { addPerson } from "@/lib/persons/choose";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { transact } from "@/lib/transact";
import { giveLink } from "@/lib/users/links";
import type { OrganisationKind } from "@/prisma/generated/enums";

/**
 * The Dinkes above a puskesmas, the province above a kabupaten, or the ministry above a province. Of two at once the office's row lock lets one through.
 * @returns the token of the admin's sign-in link, or null where the same form was sent before
 */
export async function addOfficeAbove(
  actor: Actor & { sessionId: string },
  input: ProvinceAboveInput,
): Promise<Outcome<{ token: string | null }>> {
  const own = await manageable(actor, actor.organisation.id, "put an office above", [
    "PUSKESMAS",
    "DISTRICT_DINKES",
    "PROVINCIAL_DINKES",
  ]);
  return transact<Outcome<{ token: string | null }>>(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${own.id}::uuid FOR NO KEY UPDATE`;
      const { parentId, timeZone } = await tx.organisation.findUniqueOrThrow({ where: { id: own.id } });
      if (parentId === input.id) return { ok: true, token: null };
      if (parentId) return refuse("Di atas instansi ini sudah ada instansi lain");
      const refusal = await requireConfirmed(tx, actor);
      if (refusal) return refusal;
      const area = await tx.area.findUniqueOrThrow({
        where: { code: areaAbove(own) },
      });
      const name = input.organisationName ?? dinkesName(area);
      const kind = officeKindOf(area);
      await tx.organisation.create({ data: { id: input.id, kind, name, areaCode: area.code, timeZone } });
      await tx.organisation.update({ where: { id: own.id }, data: { parentId: input.id } });
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
    // The office above is nobody's below.
    { acrossOffices: true, onDuplicate: () => refuse("Alamat email ini sudah dipakai pengguna lain", "email") },
  );
}

function areaAbove({ kind, areaCode }: { kind: OrganisationKind; areaCode: string }): string {
  if (kind === "PROVINCIAL_DINKES") return nationCode;
  return areaCode.slice(0, kind === "PUSKESMAS" ? 5 : 2);
}

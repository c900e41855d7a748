import { z } from "zod";
import { type Actor, NotAllowed, type Outcome, organisationsWithin, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { choice, formId } from "@/lib/fields";
import { addPerson } from "@/lib/persons/choose";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { transact } from "@/lib/transact";
import { type GivenLinks, makeLinks } from "@/lib/users/many-links";
import { canManageUsers, isAdminRole, roles, rolesOf } from "@/lib/users/rules";
import { personFields } from "@/lib/users/schema";

export const mostFirstUsers = 50;

const row = z.object({
  ...personFields,
  id: formId,
  organisationId: z.uuid({ error: "Muat ulang halaman" }),
  role: choice("peran", roles),
});

const typedRow = z.record(z.string(), z.unknown());

/** A row whose name and e-mail are both empty is left for another time. */
export const firstUsersSchema = z.object({
  rows: z
    .array(typedRow)
    .max(mostFirstUsers)
    .default([])
    .transform((rows, context) =>
      rows.map((typed, index) => {
        if (!typed.name && !typed.email) return null;
        const parsed = row.safeParse(typed);
        for (const { path, message } of parsed.error?.issues ?? [])
          context.addIssue({ code: "custom", path: [index, ...path], message });
        return parsed.success ? parsed.data : null;
      }),
    ),
});

export type FirstUsersInput = z.output<typeof firstUsersSchema>;

export async function listOfficesWithoutUsers(actor: Actor) {
  if (!canManageUsers(actor)) return [];
  return db.organisation.findMany({
    where: {
      AND: [organisationsWithin(actor), { parentId: actor.organisation.id, kind: { not: "HOSPITAL" } }],
      users: { none: { deactivatedAt: null } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostFirstUsers,
    select: { id: true, name: true, kind: true },
  });
}

/** Sent twice it is done once; the second answer has no links, which are shown one time. */
export async function addFirstUsers(
  actor: Actor & { sessionId: string },
  input: FirstUsersInput,
): Promise<Outcome<{ links: GivenLinks }>> {
  if (!canManageUsers(actor)) throw new NotAllowed(actor, "add first users");
  const rows = input.rows.flatMap((one, index) => (one ? [{ ...one, index }] : []));
  if (rows.length === 0) return refuse("Isi nama dan email sekurangnya satu pengguna.");
  return transact<Outcome<{ links: GivenLinks }>>(
    async (tx) => {
      const offices = await tx.organisation.findMany({
        where: { AND: [organisationsWithin(actor), { id: { in: rows.map(({ organisationId }) => organisationId) } }] },
        select: { id: true, name: true, kind: true },
      });
      const officeOf = new Map(offices.map((office) => [office.id, office]));
      const sent = await tx.user.findMany({
        where: { OR: [{ email: { in: rows.map(({ email }) => email) } }, { id: { in: rows.map(({ id }) => id) } }] },
        select: { id: true, email: true },
      });
      const fresh = rows.filter((one) => !sent.some(({ id, email }) => id === one.id && email === one.email));
      const emails = new Set(sent.map(({ email }) => email));
      for (const { index, email, organisationId, role } of fresh) {
        const office = officeOf.get(organisationId);
        if (!office) throw new NotAllowed(actor, `add a user to ${organisationId}`);
        if (!rolesOf(office.kind).includes(role)) return refuse("Peran ini tidak ada di sana", `rows.${index}.role`);
        if (emails.has(email))
          return refuse(`Alamat email ${email} sudah dipakai. Pakai alamat lain.`, `rows.${index}.email`);
        emails.add(email);
      }
      const refusal = fresh.some(({ role }) => isAdminRole(role)) ? await requireConfirmed(tx, actor) : null;
      if (refusal) return refusal;
      for (const { id, name, email, role, organisationId } of fresh) {
        const institution = officeOf.get(organisationId)?.name ?? "";
        const personId = await addPerson(tx, organisationId, { name, title: null, institution, email });
        await tx.user.create({ data: { id, personId, name, email, role, organisationId } });
      }
      await recordEvents(
        tx,
        by(actor),
        fresh.map(({ id, name, role, organisationId }) => ({
          action: "user.added" as const,
          subjectId: id,
          organisationId,
          data: { name, role },
        })),
      );
      return {
        ok: true,
        links: await makeLinks(
          tx,
          actor,
          fresh.map(({ id }) => id),
        ),
      };
    },
    // An address may be taken in any office.
    {
      acrossOffices: true,
      onDuplicate: () => refuse("Salah satu alamat email baru saja dipakai orang lain. Periksa lagi, lalu simpan."),
    },
  );
}

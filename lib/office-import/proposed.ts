import { z } from "zod";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { optionalText } from "@/lib/fields";
import { applyOffices } from "@/lib/office-import/apply";
import { type District, readDistricts } from "@/lib/office-import/areas";
import { lockOffices } from "@/lib/office-import/lock";
import { planOffices } from "@/lib/office-import/plan";
import type { Draft } from "@/lib/office-import/rows";
import { type KnownOffice, readOffices } from "@/lib/office-import/standing";
import { canManageOrganisations } from "@/lib/organisations/rules";
import { transact } from "@/lib/transact";

export function canTakeProposed(actor: Actor): boolean {
  return canManageOrganisations(actor) && actor.organisation.kind === "DISTRICT_DINKES";
}

export function openDistricts(districts: readonly District[], known: readonly KnownOffice[]): District[] {
  const served = new Set(known.flatMap(({ villages }) => villages));
  return districts.filter(({ villages }) => !villages.some(({ code }) => served.has(code)));
}

export async function findOpenDistricts(actor: Actor): Promise<District[]> {
  if (!canTakeProposed(actor)) return [];
  const [districts, known] = await Promise.all([
    readDistricts(db, actor.organisation.areaCode),
    readOffices(db, actor),
  ]);
  return openDistricts(districts, known);
}

const row = z.object({
  district: z.string().max(20),
  chosen: z.string().optional(),
  name: optionalText("nama puskesmas", 160),
  adminName: optionalText("nama admin", 120),
  adminEmail: optionalText("alamat email admin", 254),
});

export const proposedOfficesSchema = z.object({ rows: z.array(row).max(200).default([]) });

export type ProposedOfficesInput = z.output<typeof proposedOfficesSchema>;

const longest = 60_000;

/** Each with all desa of its kecamatan, by the rules of an import; all of them or none. */
export async function addProposedOffices(
  actor: Actor,
  { rows }: ProposedOfficesInput,
): Promise<Outcome<{ added: number; admins: number }>> {
  if (!canTakeProposed(actor)) throw new NotAllowed(actor, "add proposed puskesmas");
  const chosen = rows.flatMap((one, index) => (one.chosen ? [{ ...one, index }] : []));
  if (chosen.length === 0) return refuse("Pilih sekurangnya satu puskesmas.");
  const nameless = chosen.find(({ name }) => !name);
  if (nameless) return refuse("Isi nama puskesmas", `rows.${nameless.index}.name`);
  const draft: Draft = {
    ...{ notes: [], unusedColumns: [], nameless: 0 },
    rows: chosen.map(({ index, district, name, adminName, adminEmail }) => ({
      row: index,
      cells: {
        ...{ name: name ?? "", kind: "Puskesmas", district, area: "semua" },
        ...{ adminName: adminName ?? "", adminEmail: adminEmail ?? "" },
      },
      errors: [],
    })),
  };
  return transact<Outcome<{ added: number; admins: number }>>(
    async (tx) => {
      await lockOffices(tx, actor);
      const plan = await planOffices(tx, actor, draft, {});
      const [refused] = plan.refused;
      if (refused) return refuse(refused.reasons.join(". "), `rows.${refused.row}.name`);
      await applyOffices(tx, actor, plan, async () => {});
      const added = plan.ready.filter(({ known }) => !known).length;
      return { ok: true, added, admins: plan.ready.filter(({ admin }) => admin).length };
    },
    { timeout: longest },
  );
}

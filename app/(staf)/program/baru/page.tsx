import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { canMakeProgrammes } from "@/lib/programmes/rules";
import { addDays, dayOf } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { makeProgrammeAction } from "../actions";
import { formChoices, withEmptyRows } from "../form-choices";
import { ProgrammeForm } from "../programme-form";

export const metadata: Metadata = { title: "Buat program" };

export default async function NewProgrammePage() {
  const actor = await requireActor();
  if (!canMakeProgrammes(actor)) notFound();
  const choices = await formChoices(actor);
  const today = dayOf(new Date(), actor.organisation.timeZone);
  return (
    <>
      <PageHeader title="Buat program" crumbs={[{ href: "/program", label: "Program" }]}>
        <p className="text-muted">Sesudah ini: fasilitator, daftar periksa, lalu jadwal kunjungan yang diusulkan.</p>
      </PageHeader>
      <ProgrammeForm
        action={makeProgrammeAction}
        submit="Simpan, lalu isi fasilitator"
        back="/program"
        {...choices}
        initial={{
          ...{ id: randomUUID(), version: null, name: null, goal: null, topics: null },
          ...{ startsOn: addDays(today, 7), endsOn: addDays(today, 90), visitsPerWeek: 3, teamSize: 2 },
          ...{ startClock: "09:00", endClock: null },
          visited: choices.puskesmas.map(({ value }) => value),
          joined: [],
          indicators: withEmptyRows([]),
        }}
      />
    </>
  );
}

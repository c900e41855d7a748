import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { ChoiceBox } from "@/components/form/choice-box";
import { ChoiceStep } from "@/components/form/choice-step";
import { SelectField, TextField } from "@/components/form/field";
import { OfficeChoice } from "@/components/office-choice";
import { PageHeader } from "@/components/page-header";
import { listAssignmentPlaces } from "@/lib/assignments/reads";
import { canAssign, endOfYears } from "@/lib/assignments/rules";
import { newPerson } from "@/lib/assignments/schema";
import { findOfficeView } from "@/lib/organisations/office-view";
import { professionNames } from "@/lib/staff/professions";
import { dayOf } from "@/lib/time";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { Profession } from "@/prisma/generated/enums";
import { TermFields } from "../term-fields";
import { startAssignmentAction } from "./actions";

export const metadata: Metadata = { title: "Catat penugasan" };

export default async function NewAssignmentPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canAssign(actor)) notFound();
  const query = await searchParams;
  const puskesmas = queryText(query.puskesmas);
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas });
  const mustChoose = actor.organisation.kind === "MINISTRY" && view.offices.length > 0 && !view.officeId;
  const today = dayOf(new Date(), actor.organisation.timeZone);
  return (
    <>
      <PageHeader title="Catat penugasan" crumbs={[{ href: "/penugasan", label: "Penugasan khusus" }]} />
      {view.offices.length > 0 && (
        <form method="get" action="/penugasan/baru" className="mb-5 flex flex-wrap items-end gap-3">
          <OfficeChoice view={view} />
          <button type="submit" className="button">
            Tampilkan puskesmasnya
          </button>
        </form>
      )}
      {!mustChoose && (
        <ActionForm action={startAssignmentAction} submit="Simpan penugasan" className="flex max-w-2xl flex-col gap-5">
          <input type="hidden" name="id" value={randomUUID()} />
          <TextField name="name" label="Nama dengan gelar" />
          <TextField
            name="nip"
            label="NIP"
            inputMode="numeric"
            optional
            hint="18 angka. Orang yang sudah tercatat dikenali dari NIP, atau dari nama dan profesinya."
          />
          <SelectField
            name="profession"
            label="Profesi"
            empty="Pilih profesi"
            initial={queryChoice(query.profesi, Object.values(Profession)) ?? ""}
            options={Object.values(Profession).map((value) => ({ value, label: professionNames[value] }))}
          />
          <ChoiceStep
            name="person"
            legend="Siapa yang dimaksud?"
            other={{ value: newPerson, label: "Orang lain: buat catatan baru" }}
          />
          <ChoiceBox
            name="organisationId"
            label="Puskesmas atau rumah sakit tempat tugas"
            empty="Pilih tempat tugas"
            groups={await listAssignmentPlaces(view.actor)}
            initial={puskesmas}
          />
          <TermFields startsOn={today} endsOn={endOfYears(today, 5)} />
        </ActionForm>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SelectField, TextArea, TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { findAssignment } from "@/lib/assignments/reads";
import { canAssign } from "@/lib/assignments/rules";
import { employmentStatusNames, placementEndNames, professionNames } from "@/lib/staff/professions";
import { dateToDay, dayOf, formatDay } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { PlacementEnd } from "@/prisma/generated/enums";
import { StateBadge } from "../state-badge";
import { TermFields } from "../term-fields";
import { editAssignmentAction, endAssignmentAction } from "./actions";

export const metadata: Metadata = { title: "Penugasan" };

export default async function AssignmentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const now = new Date();
  const found = await findAssignment(actor, (await params).id, now);
  if (!found) notFound();
  const today = dayOf(now, actor.organisation.timeZone);
  const { id, version, staff, organisation, assignedBy, startsOn, endsOn, endNote, following } = found;
  const canWrite = canAssign(actor) && found.endReason === null;
  const facts: [string, string][] = [
    ["Tempat tugas", organisation.name],
    ["Ditugaskan oleh", assignedBy?.name ?? "tidak dicatat"],
    ["Mulai", formatDay(startsOn)],
    [found.endReason ? "Hari terakhir" : "Berakhir menurut SK", endsOn ? formatDay(endsOn) : "tidak dicatat"],
    ["Jabatan", found.position ?? "–"],
    ["Nomor SK", found.decreeNumber ?? "–"],
    ...(endNote ? [["Keterangan", endNote] satisfies [string, string]] : []),
    ...(following
      ? [
          [
            "Sesudahnya",
            `${employmentStatusNames[following.status]} di ${following.organisation.name} sejak ${formatDay(dateToDay(following.startsOn))}`,
          ] satisfies [string, string],
        ]
      : []),
  ];
  return (
    <>
      <PageHeader title={staff.name} crumbs={[{ href: "/penugasan", label: "Penugasan khusus" }]}>
        <p className="mt-1 flex flex-wrap items-center gap-3 text-muted">
          {professionNames[staff.profession]} <StateBadge assignment={found} />
        </p>
      </PageHeader>
      <dl className="mb-6 grid max-w-2xl gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {facts.map(([label, words]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {canWrite && (
        <div className="no-print flex max-w-2xl flex-col gap-4">
          <details open={found.state === "OVERDUE"} className="card">
            <summary className="min-h-11 cursor-pointer py-2 font-semibold">Akhiri penugasan</summary>
            <ActionForm key={version} action={endAssignmentAction.bind(null, id)} submit="Akhiri penugasan">
              <input type="hidden" name="version" value={version} />
              <DateField
                name="endsOn"
                label="Hari terakhir bertugas"
                initial={endsOn && endsOn < today ? endsOn : today}
              />
              <SelectField
                name="reason"
                label="Sebab berakhir"
                empty="Pilih sebabnya"
                options={Object.values(PlacementEnd).map((value) => ({ value, label: placementEndNames[value] }))}
              />
              <DateField name="nextStartsOn" label="Bila menjadi PPPK atau PNS: mulai (kosong: esok harinya)" />
              <TextField name="nextDecree" label="Bila menjadi PPPK atau PNS: nomor SK pengangkatan" optional />
              <TextArea name="note" label="Keterangan" optional />
            </ActionForm>
          </details>
          <details className="card">
            <summary className="min-h-11 cursor-pointer py-2 font-semibold">Ubah atau perpanjang</summary>
            <ActionForm key={version} action={editAssignmentAction.bind(null, id)} submit="Simpan">
              <input type="hidden" name="version" value={version} />
              <TermFields
                startsOn={startsOn}
                endsOn={endsOn ?? ""}
                position={found.position}
                decreeNumber={found.decreeNumber}
              />
            </ActionForm>
          </details>
        </div>
      )}
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { findPrefill } from "@/lib/plan/prefill";
import { listInstitutions, listOwnerChoices, listVillageChoices } from "@/lib/plan/reads";
import { canWriteItems } from "@/lib/plan/rules";
import { listProblemChoices } from "@/lib/problems/reads";
import { dayOf } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { type Query, queryPage, queryText } from "@/lib/web/query";
import { addItemAction } from "../actions";
import { ItemForm } from "../item-form";

export const metadata: Metadata = { title: "Tambah RTL" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function NewItemPage({ params, searchParams }: Props) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting)) notFound();
  if (!canWriteItems(actor, meeting))
    return (
      <EmptyState title="RTL hanya ditulis selama kegiatan berlangsung">
        Mulai kegiatan ini di Ringkasan, atau buka kembali bila sudah ditutup.
      </EmptyState>
    );
  const { tersimpan: saved, masalah, catatan, usulan } = await searchParams;
  const [owners, villages, institutions, problems, prefill] = await Promise.all([
    listOwnerChoices(actor, meeting.id),
    listVillageChoices(actor, meeting.id),
    listInstitutions(actor, meeting.id),
    listProblemChoices(actor, meeting.id),
    findPrefill(actor, meeting.id, {
      masalah: queryText(masalah),
      catatan: queryText(catatan),
      usulan: queryText(usulan),
    }),
  ]);
  const number = queryText(saved) === "" ? null : queryPage(saved);
  return (
    <>
      <h2 className="mb-4">Tambah RTL</h2>
      {number !== null && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          RTL {number} tersimpan. Isi RTL berikutnya.
        </p>
      )}
      {/* The next row is a new form; the key stays the same where a form comes back with an error. */}
      <ItemForm
        key={number}
        action={addItemAction.bind(null, meeting.id)}
        meetingDay={dayOf(meeting.startsAt, meeting.timeZone)}
        owners={owners}
        villages={villages}
        institutions={institutions}
        problems={problems}
        backHref={`/kegiatan/${meeting.id}/rtl`}
        initial={{
          id: randomUUID(),
          owner: "",
          responsibleInstitution: null,
          responsibleTitle: null,
          responsibleName: null,
          support: null,
          deadline: null,
          fundingSource: null,
          priority: "MEDIUM",
          ...prefill,
        }}
      />
    </>
  );
}

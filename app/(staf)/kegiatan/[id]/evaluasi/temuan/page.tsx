import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listOwnerChoices } from "@/lib/plan/reads";
import { canWriteItems } from "@/lib/plan/rules";
import { listProblems } from "@/lib/problems/reads";
import { dayOf } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { saveFindingsAction } from "../actions";
import { FindingsForm } from "./findings-form";

export const metadata: Metadata = { title: "Temuan dan RTL" };

const blankRows = 6;

export default async function FindingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (meeting.kind !== "KALAKARYA" || !canWriteItems(actor, meeting)) notFound();
  const [problems, owners] = await Promise.all([listProblems(actor, meeting.id), listOwnerChoices(actor, meeting.id)]);
  const open = problems.filter(({ actionItems }) => actionItems.length === 0).slice(0, 20);
  const rows = [
    ...open.map(({ id, statement }) => ({ problemId: id, itemId: randomUUID(), statement })),
    ...Array.from({ length: blankRows }, () => ({ problemId: randomUUID(), itemId: randomUUID(), statement: "" })),
  ];
  return (
    <section aria-labelledby="judul">
      <h2 id="judul">Temuan sesi evaluasi menjadi RTL</h2>
      <p className="mb-4 max-w-prose text-muted">
        Satu baris satu temuan. Baris yang tindak lanjutnya diisi langsung menjadi RTL pelatihan ini; baris tanpa tindak
        lanjut disimpan sebagai temuan saja.
      </p>
      <FindingsForm
        action={saveFindingsAction.bind(null, meeting.id, dayOf(meeting.startsAt, meeting.timeZone))}
        rows={rows}
        owners={[...owners.invited, ...owners.staff, ...owners.directory, ...owners.written].map(({ label }) => label)}
        back={`/kegiatan/${meeting.id}/evaluasi`}
      />
    </section>
  );
}

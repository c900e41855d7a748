import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/print-button";
import { type FoundEscalation, findEscalation, type ShownAnswer } from "@/lib/escalations/reads";
import { escalationOutcomeNames, escalationStateNames } from "@/lib/escalations/rules";
import { ownerPerson } from "@/lib/plan/rules";
import { progressWords } from "@/lib/progress/rules";
import { dayOf, formatDay, formatDayLong, formatMoment } from "@/lib/time";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Bukti eskalasi untuk dicetak" };

/** One escalation with its answer on a sheet: evidence for EP 1.7.1 f. */
export default async function PrintedEscalationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const escalation = await findEscalation(actor, (await params).id, new Date());
  if (!escalation) notFound();
  const { item, answers } = escalation;
  const { timeZone } = escalation.meeting;
  return (
    <main className="mx-auto max-w-4xl p-6 print:max-w-none print:p-0">
      <div className="no-print mb-4 flex flex-wrap gap-3">
        <PrintButton />
        <a className="button" href={`/eskalasi/${escalation.id}`}>
          Kembali
        </a>
      </div>
      <header className="mb-3 border-b-4 border-double border-ink pb-2 text-center">
        <p className="text-lg font-bold">{item.puskesmas.join(", ")}</p>
      </header>
      <h1 className="mb-1 text-center text-xl">TINDAK LANJUT HASIL LOKAKARYA MINI OLEH DINAS KESEHATAN</h1>
      <p className="mb-4 text-center text-sm">Bukti EP 1.7.1 f</p>
      <Facts facts={itemFacts(escalation)} />
      <h2 className="mt-5 mb-1">Yang diminta puskesmas</h2>
      <p className="whitespace-pre-line">{escalation.reason}</p>
      <p className="text-sm">
        {escalation.raiser}, kepada {escalation.dinkes.name}, {formatMoment(escalation.raisedAt, timeZone)}
      </p>
      <h2 className="mt-5 mb-1">Jawaban Dinas Kesehatan</h2>
      {answers.length === 0 ? (
        <p>{escalationStateNames[escalation.state]}.</p>
      ) : (
        answers.map((answer) => (
          <div key={answer.id} className="mb-4 break-inside-avoid">
            <Facts facts={answerFacts(answer)} />
            <p className="text-sm">
              {answer.answerer}, {escalation.dinkes.name}, {formatMoment(answer.answeredAt, timeZone)}
            </p>
          </div>
        ))
      )}
      <p className="mt-8 text-sm text-muted">
        Dicetak dari Lokmin, {formatDayLong(dayOf(new Date(), timeZone))}. Catatan ini bukan pengganti surat aslinya.
      </p>
    </main>
  );
}

type Fact = readonly [label: string, words: string | null];

function itemFacts({ item }: FoundEscalation): Fact[] {
  return [
    ["Kegiatan", `${item.meetingTitle}, ${formatDay(dayOf(item.startsAt, item.timeZone))}`],
    ["RTL", `${item.number}. ${item.activity}`],
    ["Masalah", item.problem],
    ["Penanggung jawab", [ownerPerson(item), item.responsibleInstitution].filter(Boolean).join(", ")],
    ["Desa sasaran", item.villages.map(({ name }) => name).join(", ")],
    ["Batas waktu", formatDay(item.deadline)],
    ["Kemajuan", progressWords(item)],
  ];
}

function answerFacts(answer: ShownAnswer): Fact[] {
  return [
    ["Jawaban", escalationOutcomeNames[answer.outcome]],
    ["Nomor surat", answer.letterNumber],
    ["Tanggal surat", answer.letterDate && formatDay(answer.letterDate)],
    ["Keterangan", answer.text],
    ["Narahubung", answer.contact],
    ["Selesai paling lambat", answer.dueOn && formatDay(answer.dueOn)],
    ["Berkas surat", answer.letters.map(({ name }) => name).join(", ")],
  ];
}

/** Label and words in two columns; what nobody filled in is left out. */
function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <table className="w-full">
      <tbody>
        {facts
          .filter(([, words]) => words)
          .map(([label, words]) => (
            <tr key={label}>
              <th scope="row" className="w-44 py-0.5 pr-3 text-left align-top font-normal">
                {label}
              </th>
              <td className="py-0.5 align-top whitespace-pre-line">: {words}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

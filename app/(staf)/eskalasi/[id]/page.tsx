import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AppLink } from "@/components/app-link";
import { EscalationAnswers } from "@/components/escalations/escalation-answers";
import { EscalationBadge } from "@/components/escalations/escalation-badge";
import { PageHeader } from "@/components/page-header";
import { PaperList } from "@/components/papers/paper-list";
import { DueBadge, ItemOwner, villageWords } from "@/components/plan/item-parts";
import { ProgressBar } from "@/components/progress/progress-bar";
import { findOfficeAbove } from "@/lib/escalations/office";
import { type FoundEscalation, findEscalation } from "@/lib/escalations/reads";
import { answerDueWords } from "@/lib/escalations/rules";
import { listEscalationPapers } from "@/lib/papers/meeting-papers";
import { addDays, dayOf, formatDayLong, formatDayShort, formatMoment } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { AnswerForm } from "./answer-form";
import { ForwardForm } from "./forward-form";
import { ForwardRow } from "./forward-row";
import { InCharge } from "./in-charge";

type Params = Promise<{ id: string }>;

const requireEscalation = cache(async (id: string) => {
  const actor = await requireActor();
  const escalation = await findEscalation(actor, id, new Date());
  return escalation ? { actor, escalation } : notFound();
});

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { escalation } = await requireEscalation((await params).id);
  return { title: `Eskalasi RTL ${escalation.item.number}` };
}

const savedWords = new Map([
  ["jawaban", "Jawaban tersimpan. Puskesmas sudah dapat membacanya."],
  ["instansi", "Jawaban instansi itu tersimpan. Puskesmas sudah dapat membacanya."],
  ["petugas", "Anda yang menangani eskalasi ini sekarang. Rekan Anda melihat nama Anda."],
  ["dilepas", "Eskalasi ini tidak lagi ditangani seorang petugas."],
  ["diteruskan", "Eskalasi diteruskan. Puskesmas melihat di mana eskalasinya sekarang."],
  ["ditarik", "Penerusan ditarik. Eskalasi kembali ke kantor Anda."],
]);

/** One row handed to the Dinkes: what it is, why, where it went and what was answered. */
export default async function EscalationPage({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { actor, escalation } = await requireEscalation((await params).id);
  const saved = savedWords.get(queryText((await searchParams).tersimpan));
  const { item, part, forwards } = escalation;
  const { timeZone } = escalation.meeting;
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const [papers, above] = await Promise.all([
    listEscalationPapers(actor, escalation.id),
    part && !part.isClosed ? findOfficeAbove(actor) : null,
  ]);
  const canAct = part !== null && !part.isClosed;
  const whereNow = forwards.filter(({ state }) => state === "OPEN").map(({ institution }) => institution);
  return (
    <>
      <PageHeader title={`Eskalasi: ${item.activity}`} crumbs={[{ href: "/eskalasi", label: "Eskalasi" }]}>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <EscalationBadge state={escalation.state} />
          <span>{item.puskesmas.join(", ")}</span>
          {whereNow.length > 0 && (
            <span>
              Sekarang di <b>{whereNow.join(", ")}</b>
            </span>
          )}
        </p>
      </PageHeader>
      {saved && (
        <p role="status" className="no-print mb-4 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {saved}
        </p>
      )}
      <div className="flex flex-col gap-8">
        <Reason escalation={escalation} />
        <InCharge escalation={escalation} userId={actor.userId} timeZone={actor.organisation.timeZone} />
        <Row escalation={escalation} today={today} />
        {(forwards.length > 0 || canAct) && (
          <section aria-labelledby="perjalanan" className="max-w-3xl">
            <h2 id="perjalanan" className="mb-2">
              Penerusan
            </h2>
            <ol className="flex flex-col gap-3">
              {forwards.map((forward) => (
                <ForwardRow
                  key={forward.id}
                  {...{ escalationId: escalation.id, forward, timeZone, today }}
                  isOwn={canAct && forward.fromId === part.organisationId}
                />
              ))}
            </ol>
            {canAct && (
              <ForwardForm
                escalationId={escalation.id}
                forwards={forwards.length}
                above={above}
                answerBy={addDays(today, 14)}
              />
            )}
          </section>
        )}
        <Answers escalation={escalation} canAct={canAct} />
        <section aria-labelledby="dokumen" className="no-print">
          <h2 id="dokumen" className="mb-2">
            Dokumen
          </h2>
          <PaperList papers={papers} letters={`/eskalasi/${escalation.id}/surat`} />
        </section>
      </div>
    </>
  );
}

function Reason({ escalation }: { escalation: FoundEscalation }) {
  const { reason, raiser, raisedAt, dinkes, meeting, closedAt, age, answerBy, due } = escalation;
  return (
    <section aria-labelledby="alasan">
      <h2 id="alasan" className="mb-1">
        Alasan puskesmas
      </h2>
      <p className="max-w-3xl whitespace-pre-line">{reason}</p>
      <p className="text-sm text-muted">
        {raiser} kepada {dinkes.name}, {formatMoment(raisedAt, meeting.timeZone)}
        {closedAt ? `, selesai dalam ${age} hari` : `, sudah ${age} hari`}
      </p>
      {!closedAt && (
        <p className={due !== null && due < 0 ? "text-late" : ""}>
          Jawaban {dinkes.name} diharapkan paling lambat {formatDayLong(answerBy)}
          {due !== null && `: ${answerDueWords(due)}`}
        </p>
      )}
    </section>
  );
}

function Answers({ escalation, canAct }: { escalation: FoundEscalation; canAct: boolean }) {
  const { answers, forwards, part, dinkes, closedAt, meeting } = escalation;
  const given = part?.forwardId
    ? (forwards.find(({ id }) => id === part.forwardId)?.answers.length ?? 0)
    : answers.length;
  return (
    <section aria-labelledby="jawaban">
      <h2 id="jawaban" className="mb-2">
        Jawaban {dinkes.name}
      </h2>
      {answers.length === 0 ? (
        <p className="mb-4 text-muted">
          {closedAt ? "Puskesmas menarik eskalasi ini sebelum dijawab." : "Belum ada jawaban."}
        </p>
      ) : (
        <div className="mb-4 max-w-3xl">
          <EscalationAnswers answers={answers} timeZone={meeting.timeZone} />
        </div>
      )}
      {canAct && part?.forwardId && <h3 className="mb-2">Jawaban kantor Anda</h3>}
      {canAct && <AnswerForm escalationId={escalation.id} answers={given} />}
    </section>
  );
}

function Row({ escalation: { item }, today }: { escalation: FoundEscalation; today: string }) {
  const villages = villageWords(item.villages);
  return (
    <section aria-labelledby="rtl" className="card flex max-w-3xl flex-col gap-2">
      <h2 id="rtl">
        <AppLink href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} className="link">
          RTL {item.number}. {item.activity}
        </AppLink>
      </h2>
      <p className="text-sm text-muted">{item.meetingTitle}</p>
      {item.problem && <p>Masalah: {item.problem}</p>}
      <p>
        <ItemOwner item={item} />
      </p>
      {villages && (
        <p>
          {say("Desa")}: {villages}
        </p>
      )}
      <div>
        <DueBadge item={item} today={today} /> <span className="dim">{formatDayShort(item.deadline)}</span>
      </div>
      <ProgressBar {...item} />
      {item.lastNote && <p className="text-sm text-muted">{item.lastNote}</p>}
    </section>
  );
}

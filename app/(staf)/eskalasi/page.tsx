import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { EscalationBadge } from "@/components/escalations/escalation-badge";
import { OfficeChoice } from "@/components/office-choice";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { PuskesmasChoice } from "@/components/puskesmas-choice";
import { type Actor, isDinkes } from "@/lib/actor";
import { type ListedEscalation, listEscalations } from "@/lib/escalations/reads";
import { answerDueWords } from "@/lib/escalations/rules";
import {
  type EscalationFilter,
  type EscalationFilterState,
  escalationFilterSchema,
  escalationStates,
} from "@/lib/escalations/schema";
import { isAbove } from "@/lib/escalations/states";
import { findOfficeView, type OfficeView } from "@/lib/organisations/office-view";
import { isOpen, progressNames } from "@/lib/progress/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { type Query, queryPage, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Eskalasi" };

const stateWords: Record<EscalationFilterState, string> = {
  terbuka: "Masih terbuka",
  menunggu: "Menunggu jawaban",
  terlambat: "Lewat tenggang",
  "lewat-selesai": "Lewat tanggal selesai dari Dinkes",
  ditindaklanjuti: "Ditindaklanjuti",
  dikembalikan: "Dikembalikan",
  ditarik: "Ditarik puskesmas",
  semua: "Semua eskalasi",
};

/** What puskesmas hand to their Dinkes, the open ones first. */
export default async function EscalationsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: queryText(query.puskesmas) });
  const filter = escalationFilterSchema.parse({
    status: queryText(query.status),
    puskesmas: view.puskesmasId,
    lingkup: queryText(query.lingkup),
    halaman: queryPage(query.halaman),
  });
  const { escalations, hasMore } = await listEscalations(view.actor, filter, new Date());
  const { status, puskesmas, lingkup, halaman: page } = filter;
  const narrowed = { status, puskesmas, dinkes: view.officeId, lingkup: lingkup === "kami" ? undefined : lingkup };
  const hrefOf = (halaman: number) =>
    withQuery("/eskalasi", { ...narrowed, halaman: halaman > 1 ? halaman : undefined });
  return (
    <>
      <PageHeader title="Eskalasi">
        <p className="text-muted">
          {isDinkes(actor)
            ? "RTL yang tidak dapat diselesaikan puskesmas dan diserahkan kepada Dinas Kesehatan"
            : "RTL yang diserahkan kepada Dinas Kesehatan"}
        </p>
      </PageHeader>
      <p className="no-print mb-4">
        <AppLink
          href={`/surat/daftar-eskalasi/${actor.organisation.id}:${dayOf(new Date(), actor.organisation.timeZone).slice(0, 4)}`}
          className="link inline-flex min-h-11 items-center"
        >
          Daftar eskalasi tahun ini dengan jawabannya (bukti EP 1.7.1 f)
        </AppLink>
      </p>
      <FilterForm filter={filter} view={view} scopes={isDinkes(actor) ? scopesOf(actor) : []} />
      <h2 className="mb-2">
        {stateWords[status]}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {escalations.length === 0 ? (
        <Empty filter={filter} isDinkes={isDinkes(actor)} />
      ) : (
        <ul className="flex flex-col gap-3">
          {escalations.map((escalation) => (
            <Row key={escalation.id} escalation={escalation} />
          ))}
        </ul>
      )}
      <Pager previous={page > 1 ? hrefOf(page - 1) : null} next={hasMore ? hrefOf(page + 1) : null} />
    </>
  );
}

function Row({ escalation }: { escalation: ListedEscalation }) {
  const { item, state, age, due, inCharge, whereNow, puskesmas } = escalation;
  const { timeZone } = item.meeting;
  const isOver = escalation.closedAt !== null;
  const isRowOver = !isOpen(item.status);
  return (
    <li className="card grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_18rem]">
      <div>
        <h3>
          <AppLink href={`/eskalasi/${escalation.id}`} className="link">
            {item.activity}
          </AppLink>
        </h3>
        <p className="text-sm text-muted">
          {puskesmas.join(", ")} · RTL {item.number}, {item.meeting.title}
        </p>
        <p className="mt-1 line-clamp-3 whitespace-pre-line">{escalation.reason}</p>
      </div>
      <div className="flex flex-col items-start gap-1">
        <EscalationBadge state={state} />
        {isRowOver && !isOver && (
          <Badge tone={item.status === "DONE" ? "done" : "plain"}>
            {`RTL sudah ${progressNames[item.status].toLowerCase()}`}
          </Badge>
        )}
        <p>{isOver ? `selesai dalam ${age} hari` : age === 0 ? "hari ini" : `sudah ${age} hari`}</p>
        {due !== null && <p className={due < 0 ? "text-late" : ""}>{answerDueWords(due)}</p>}
        {inCharge && <p className="text-sm">Petugas: {inCharge}</p>}
        {whereNow.length > 0 && <p className="text-sm">Sekarang di {whereNow.join(", ")}</p>}
        <p className="text-sm text-muted">
          {escalation.raiser}, {formatDayShort(dayOf(escalation.raisedAt, timeZone))}
        </p>
        {escalation.letterNumber && <p className="text-sm">Surat {escalation.letterNumber}</p>}
      </div>
    </li>
  );
}

type ScopeChoice = { value: EscalationFilter["lingkup"]; label: string };

function scopesOf(actor: Actor): ScopeChoice[] {
  return [
    { value: "kami", label: "Kantor kami" },
    { value: "saya", label: "Saya tangani" },
    ...(isAbove(actor) ? [{ value: "bawahan" as const, label: "Semua Dinas Kesehatan di bawah kami" }] : []),
  ];
}

type FilterProps = { filter: EscalationFilter; view: OfficeView; scopes: readonly ScopeChoice[] };

function FilterForm({ filter, view, scopes }: FilterProps) {
  return (
    <form method="get" className="no-print mb-6 grid grid-cols-1 items-end gap-3 sm:flex sm:flex-wrap">
      <label className="block sm:w-56">
        <span className="mb-1 block text-sm">Status</span>
        <select key={filter.status} name="status" defaultValue={filter.status} className="input">
          {escalationStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state]}
            </option>
          ))}
        </select>
      </label>
      {scopes.length > 0 && (
        <label className="block min-w-0 sm:w-56">
          <span className="mb-1 block text-sm">Untuk</span>
          <select key={filter.lingkup} name="lingkup" defaultValue={filter.lingkup} className="input">
            {scopes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <OfficeChoice view={view} />
      <PuskesmasChoice members={view.members} chosen={filter.puskesmas} />
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}

function Empty({ filter, isDinkes }: { filter: EscalationFilter; isDinkes: boolean }) {
  const isNarrowed = filter.puskesmas !== undefined || filter.status !== "terbuka" || filter.lingkup === "saya";
  return (
    <EmptyState
      title={isNarrowed ? "Tidak ada eskalasi dengan filter ini" : "Tidak ada eskalasi yang terbuka"}
      action={
        filter.status === "semua" && !filter.puskesmas ? null : (
          <AppLink href="/eskalasi?status=semua" className="button">
            Tampilkan semua eskalasi
          </AppLink>
        )
      }
    >
      {isDinkes
        ? "Puskesmas menyerahkan RTL yang tidak dapat diselesaikannya dari halaman RTL itu; Anda menjawabnya di sini."
        : "RTL yang tidak dapat diselesaikan puskesmas diserahkan dari halaman RTL itu, lewat Eskalasikan ke Dinkes."}
    </EmptyState>
  );
}

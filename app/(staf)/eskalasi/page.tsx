import type { Metadata } from "next";
import { AppLink } from "@/components/app-link";
import { EmptyState } from "@/components/empty-state";
import { EscalationBadge } from "@/components/escalations/escalation-badge";
import { FilterBar, FilterChoice, ListFilters } from "@/components/list/filter-bar";
import { FilterChips } from "@/components/list/filter-chips";
import { MoreMenu } from "@/components/list/more-menu";
import { OfficeChoice } from "@/components/office-choice";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { PuskesmasChoice } from "@/components/puskesmas-choice";
import { type Actor, isDinkes } from "@/lib/actor";
import { countEscalations, type ListedEscalation, listEscalations } from "@/lib/escalations/reads";
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
import { openKeptFilter } from "@/lib/web/kept-filter";
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
  await openKeptFilter(actor, "/eskalasi", query);
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: queryText(query.puskesmas) });
  const filter = escalationFilterSchema.parse({
    status: queryText(query.status),
    puskesmas: view.puskesmasId,
    lingkup: queryText(query.lingkup),
    halaman: queryPage(query.halaman),
  });
  const now = new Date();
  const isTooWide = view.offices.length > 0 && !view.officeId;
  const [{ escalations, hasMore }, counts] = await Promise.all([
    listEscalations(view.actor, filter, now),
    isTooWide ? null : countEscalations(view.actor, filter, now),
  ]);
  const { status, puskesmas, lingkup, halaman: page } = filter;
  const narrowed = { status, puskesmas, dinkes: view.officeId, lingkup: lingkup === "kami" ? undefined : lingkup };
  const address = (changed: Partial<Record<keyof typeof narrowed | "halaman", string | number>>) =>
    withQuery("/eskalasi", { ...narrowed, ...changed });
  const hrefOf = (halaman: number) => address(halaman > 1 ? { halaman } : {});
  return (
    <>
      <PageHeader
        title="Eskalasi"
        deskWords={["Eskalasi"]}
        action={
          <MoreMenu
            links={[
              {
                href: `/surat/daftar-eskalasi/${actor.organisation.id}:${dayOf(now, actor.organisation.timeZone).slice(0, 4)}`,
                label: "Daftar eskalasi tahun ini (bukti EP 1.7.1 f)",
              },
            ]}
          />
        }
      >
        <p className="text-muted max-sm:hidden">
          {isDinkes(actor)
            ? "RTL yang tidak dapat diselesaikan puskesmas dan diserahkan kepada Dinas Kesehatan"
            : "RTL yang diserahkan kepada Dinas Kesehatan"}
        </p>
      </PageHeader>
      <ListFilters>
        <FilterChips
          label="Status eskalasi"
          chips={escalationStates.map((state) => ({
            label: stateWords[state],
            href: address({ status: state }),
            isHere: state === status,
            count: counts?.get(state),
            isLate: state === "terlambat" && (counts?.get(state) ?? 0) > 0,
          }))}
        />
        {isDinkes(actor) && (
          <EscalationFilters filter={filter} view={view} scopes={scopesOf(actor)} address={address} />
        )}
      </ListFilters>
      <h2 className={page > 1 ? "mb-2" : "sr-only"}>
        {stateWords[status]}
        {page > 1 && `, halaman ${page}`}
      </h2>
      {escalations.length === 0 ? (
        <Empty filter={filter} isDinkes={isDinkes(actor)} />
      ) : (
        <ul data-in-app aria-label={stateWords[status]} className="rows escalation-rows">
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
  const { item, state, age, due, puskesmas } = escalation;
  const isOver = escalation.closedAt !== null;
  return (
    <li>
      <p>
        <a href={`/eskalasi/${escalation.id}`}>{item.activity}</a>
        <small>
          {puskesmas.join(", ")} · {escalation.reason}
        </small>
      </p>
      <span className={due !== null && due < 0 ? "text-late" : undefined}>
        {due === null ? ageWords(age, isOver) : answerDueWords(due)}
      </span>
      <EscalationBadge state={state} />
      <details className="row-more">
        <summary aria-label={`Rincian: ${item.activity}`} />
        <Details escalation={escalation} />
      </details>
    </li>
  );
}

function ageWords(age: number, isOver: boolean): string {
  if (isOver) return `selesai dalam ${age} hari`;
  return age === 0 ? "hari ini" : `sudah ${age} hari`;
}

function Details({ escalation }: { escalation: ListedEscalation }) {
  const { item, age, inCharge, whereNow, letterNumber, raiser, raisedAt, reason, closedAt } = escalation;
  return (
    <div>
      <p className="whitespace-pre-line md:col-span-2">{reason}</p>
      <p>
        <span className="dim">Dari</span> RTL {item.number}, {item.meeting.title}
        {!isOpen(item.status) && closedAt === null && ` · RTL sudah ${progressNames[item.status].toLowerCase()}`}
      </p>
      <p>
        <span className="dim">Diserahkan</span> {raiser}, {formatDayShort(dayOf(raisedAt, item.meeting.timeZone))} ·{" "}
        {ageWords(age, closedAt !== null)}
      </p>
      {inCharge && (
        <p>
          <span className="dim">Petugas</span> {inCharge}
        </p>
      )}
      {whereNow.length > 0 && (
        <p>
          <span className="dim">Sekarang di</span> {whereNow.join(", ")}
        </p>
      )}
      {letterNumber && (
        <p>
          <span className="dim">Surat</span> {letterNumber}
        </p>
      )}
    </div>
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

type FilterProps = {
  filter: EscalationFilter;
  view: OfficeView;
  scopes: readonly ScopeChoice[];
  address: (changed: { lingkup?: string; dinkes?: string; puskesmas?: string }) => string;
};

function EscalationFilters({ filter, view, scopes, address }: FilterProps) {
  const named = (options: readonly { id: string; name: string }[], id: string | undefined) =>
    options.find((option) => option.id === id)?.name;
  const set = [
    {
      name: "lingkup",
      label: filter.lingkup === "kami" ? null : scopes.find(({ value }) => value === filter.lingkup)?.label,
    },
    { name: "dinkes", label: named(view.offices, view.officeId) },
    { name: "puskesmas", label: named(view.members, filter.puskesmas) },
  ];
  return (
    <FilterBar
      kept={[["status", filter.status]]}
      set={set.flatMap(({ name, label }) => (label ? [{ label, without: address({ [name]: "" }) }] : []))}
    >
      <FilterChoice
        name="lingkup"
        label="Untuk"
        value={filter.lingkup}
        options={scopes.map(({ value, label }) => [value, label] as const)}
      />
      <OfficeChoice view={view} className="block min-w-0" />
      <PuskesmasChoice members={view.members} chosen={filter.puskesmas} />
    </FilterBar>
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

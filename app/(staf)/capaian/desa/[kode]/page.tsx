import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { StatusLegend } from "@/components/charts/status-legend";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { ItemList } from "@/components/plan/item-list";
import { PrintButton } from "@/components/print-button";
import { isDinkes } from "@/lib/actor";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { canWriteFigures } from "@/lib/indicators/rules";
import { listOpenProblems, listProposalMeetings, listProposed, type OpenProblem } from "@/lib/pws/proposals";
import { findVillageSheet, type VillageSheet } from "@/lib/pws/pws";
import { canBeProblem, isBehind, momentName } from "@/lib/pws/readings";
import { dayOf, formatDayShort } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText, withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { NoMeeting } from "../../[indikator]/propose";
import { pwsAddress, pwsFilterOf } from "../../filter";
import { meetingWords } from "../../meeting-words";
import { hasFigures, NothingYet } from "../../nothing-yet";
import { PwsFilterForm } from "../../pws-filter-form";
import { SheetRows } from "./sheet-rows";

export async function generateMetadata(): Promise<Metadata> {
  await requireActor();
  return { title: say("Capaian desa") };
}

type Props = { params: Promise<{ kode: string }>; searchParams: Query };

/** One desa over all indicators, with what is open there. */
export default async function VillagePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { kode: villageCode } = await params;
  const query = await searchParams;
  const filter = await pwsFilterOf(actor, query);
  const sheet = filter && (await findVillageSheet(actor, { ...filter, villageCode }));
  if (!sheet) notFound();
  const { puskesmas, village } = sheet;
  const canPropose = canWriteFigures(actor) && puskesmas.id === actor.organisation.id;
  const now = new Date();
  const [meetings, problems, plan] = await Promise.all([
    canPropose ? listProposalMeetings(actor, now) : [],
    listOpenProblems(actor, village.code, puskesmas.id),
    listFollowUps(actor, followUpSchema.parse({ puskesmas: puskesmas.id, desa: village.code }), now),
  ]);
  const asked = queryText(query.kegiatan);
  const meeting = meetings.find(({ id }) => id === asked) ?? meetings[0] ?? null;
  const proposed = await listProposed(actor, meeting ? [meeting.id] : []);
  return (
    <div className="pws-paper">
      <PageHeader
        title={village.name}
        crumbs={[{ href: pwsAddress(actor, "/capaian", filter), label: say("Capaian per desa") }]}
        action={<PrintButton />}
      >
        <p className="text-muted">
          {puskesmas.name} · sampai {momentName(sheet)}
        </p>
      </PageHeader>
      <PwsFilterForm filter={filter} hasLines />
      {hasFigures(sheet) ? (
        <section aria-labelledby="semua-indikator">
          <h2 id="semua-indikator" className="mb-1">
            {findingOf(sheet)}
          </h2>
          {canPropose && <WhereTo {...{ meetings, meeting, sheet }} address={pwsAddress(actor, "", filter)} />}
          <SheetRows
            sheet={sheet}
            meeting={meeting}
            proposed={proposed}
            indicatorHref={(id) => pwsAddress(actor, `/capaian/${id}`, filter)}
          />
          <div className="mt-4">
            <StatusLegend />
          </div>
        </section>
      ) : (
        <NothingYet pws={sheet} canWrite={canPropose} />
      )}
      <section aria-labelledby="masalah-terbuka" className="mt-8">
        <h2 id="masalah-terbuka" className="mb-2">
          Masalah yang masih terbuka
        </h2>
        <Problems problems={problems} />
      </section>
      <section aria-labelledby="rtl-terbuka" className="mt-8">
        <h2 id="rtl-terbuka" className="mb-2">
          RTL yang belum selesai
        </h2>
        {plan.items.length > 0 ? (
          <ItemList
            items={plan.items}
            today={plan.today}
            caption={`RTL ${village.name} yang belum selesai`}
            showMeeting
            showPuskesmas={isDinkes(actor)}
          />
        ) : (
          <EmptyState title={say("Tidak ada RTL yang belum selesai untuk desa ini")} />
        )}
        {plan.hasMore && (
          <Link href={withQuery("/tindak-lanjut", { desa: village.code })} prefetch={false} className="button mt-3">
            {say("Tampilkan semua RTL desa ini")}
          </Link>
        )}
      </section>
    </div>
  );
}

/** "Di bawah target pada 4 dari 10 indikator". */
function findingOf({ sheet }: VillageSheet): string {
  const told = sheet.filter(({ achievement }) => achievement.isReached !== null);
  const behind = told.filter(({ achievement }) => isBehind(achievement)).length;
  if (told.length === 0) return "Belum ada yang dapat dibandingkan dengan target";
  return behind === 0
    ? `Target tercapai pada ${told.length} indikator`
    : `Belum mencapai target pada ${behind} dari ${told.length} indikator`;
}

type WhereToProps = {
  meetings: Awaited<ReturnType<typeof listProposalMeetings>>;
  meeting: Awaited<ReturnType<typeof listProposalMeetings>>[number] | null;
  sheet: VillageSheet;
  /** Its query keeps month and lines when another meeting is chosen. */
  address: string;
};

/** Into which meeting a tap on "Usulkan" puts the problem. */
function WhereTo({ meetings, meeting, sheet, address }: WhereToProps) {
  if (!sheet.sheet.some(({ achievement }) => canBeProblem(achievement))) return null;
  if (!meeting)
    return (
      <div className="no-print mb-3">
        <NoMeeting />
      </div>
    );
  if (meetings.length === 1)
    return <p className="no-print mb-3 text-muted">Usulan masuk ke {meetingWords(meeting)}.</p>;
  return (
    <form method="get" className="no-print mb-3 flex flex-wrap items-end gap-3">
      {[...new URLSearchParams(address.split("?")[1])].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="block min-w-0 flex-1 text-sm sm:max-w-md">
        <span className="mb-1 block">Usulan masuk ke</span>
        <select key={meeting.id} name="kegiatan" defaultValue={meeting.id} className="input">
          {meetings.map((one) => (
            <option key={one.id} value={one.id}>
              {meetingWords(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        Pilih
      </button>
    </form>
  );
}

function Problems({ problems }: { problems: readonly OpenProblem[] }) {
  if (problems.length === 0) return <EmptyState title={say("Tidak ada masalah terbuka yang menyebut desa ini")} />;
  return (
    <ul className="border-t border-line">
      {problems.map(({ id, meetingId, number, statement, meeting, _count }) => (
        <li key={id} className="border-b border-line py-2">
          <Link href={`/kegiatan/${meetingId}/masalah#masalah-${number}`} prefetch={false} className="link">
            {statement}
          </Link>
          <span className="block text-sm text-muted">
            Masalah {number}, {meeting.title}, {formatDayShort(dayOf(meeting.startsAt, meeting.timeZone))} ·{" "}
            {_count.actionItems > 0 ? `${_count.actionItems} RTL berjalan` : "belum ada RTL"}
          </span>
        </li>
      ))}
    </ul>
  );
}

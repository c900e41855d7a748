import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { YearLinks } from "@/components/year-links";
import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { kindNames } from "@/lib/meetings/rules";
import {
  type PlanContext,
  type PlanKind,
  parseRowKey,
  planKinds,
  proposeYear,
  rowKey,
  rowName,
  rowNotices,
} from "@/lib/meetings/year-plan";
import { findPlanContext, findUsualPlaces, listTakenPeriods } from "@/lib/meetings/year-plan-reads";
import { dayOf } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText, queryYear } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { scheduleDraftsAction } from "./actions";
import { PlanForm } from "./plan-form";
import { TakenList } from "./taken-list";
import { type Wishes, WishesForm } from "./wishes-form";

export const metadata: Metadata = { title: "Rencana Lokmin setahun" };

export default async function YearPlanPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!isPuskesmasWriter(actor)) notFound();
  const query = await searchParams;
  const now = new Date();
  const wishes = readWishes(query, nextYearToPlan(actor, now));
  const [context, taken, places] = await Promise.all([
    findPlanContext(actor, wishes.tahun, now),
    listTakenPeriods(actor, wishes.tahun),
    findUsualPlaces(actor),
  ]);
  const groups = groupsOf(wishes, context, new Set(taken.map((meeting) => meeting.key)), (kind) => {
    return wishes.tempat || places[kind] || usualPlace(kind, actor.organisation.name);
  });
  return (
    <>
      <PageHeader title={`Rencana Lokmin ${wishes.tahun}`} crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]}>
        <p className="mt-2 max-w-prose">
          Usulan 12 Lokmin bulanan dan 4 triwulanan (Februari, Mei, Agustus, November menurut Juknis ILP). Ubah tanggal,
          jam, dan tempatnya sesuka Anda; bulan boleh digeser, periodenya tetap. Semua disimpan sebagai draf.
        </p>
      </PageHeader>
      <YearLinks path="/kegiatan/rencana" year={wishes.tahun} />
      <Saved query={query} year={wishes.tahun} />
      <Scheduled count={queryText(query.dijadwalkan)} year={wishes.tahun} />
      <TakenList taken={taken} schedule={scheduleDraftsAction.bind(null, wishes.tahun)} />
      {taken.length > 0 && (
        <p className="mb-5">
          <Link href={`/surat/jadwal/${actor.organisation.id}:${wishes.tahun}`} prefetch={false} className="link">
            Cetak atau unduh jadwal {wishes.tahun}
          </Link>
        </p>
      )}
      {groups.length === 0 ? (
        <EmptyState
          title={`Semua Lokmin ${wishes.tahun} sudah direncanakan`}
          action={
            <Link href={`/kegiatan?tahun=${wishes.tahun}`} prefetch={false} className="button">
              Lihat kegiatan {wishes.tahun}
            </Link>
          }
        >
          Buka tiap draf untuk menjadwalkan dan mengundang.
        </EmptyState>
      ) : (
        <>
          <WishesForm wishes={wishes} />
          <PlanForm key={`${wishes.tahun} ${taken.length}`} year={wishes.tahun} groups={groups} />
        </>
      )}
    </>
  );
}

/** In the last quarter one plans the next year. */
function nextYearToPlan(actor: Actor, now: Date): number {
  const today = dayOf(now, actor.organisation.timeZone);
  return Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) >= 10 ? 1 : 0);
}

function readWishes(query: Awaited<Query>, year: number): Wishes {
  const hari = queryText(query.hari);
  const clock = (text: string, otherwise: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : otherwise);
  return {
    tahun: queryYear(query.tahun) ?? year,
    hari: /^[1-5]$/.test(hari) ? hari : "",
    jam: clock(queryText(query.jam), "09:00"),
    selesai: clock(queryText(query.selesai), ""),
    tempat: queryText(query.tempat),
    stunting: queryText(query.stunting) === "1",
  };
}

function usualPlace(kind: PlanKind, puskesmas: string): string {
  return kind === "MONTHLY_LOKMIN" ? `Ruang rapat ${puskesmas}` : say("Aula kantor kecamatan");
}

/** The rows of the form by kind: the proposal without the periods that have their Lokmin. */
function groupsOf(
  wishes: Wishes,
  context: PlanContext,
  taken: ReadonlySet<string>,
  placeOf: (kind: PlanKind) => string,
) {
  const weekday = wishes.hari ? Number(wishes.hari) : null;
  const proposed = proposeYear(wishes.tahun, { weekday, withStunting: wishes.stunting }, context.holidays).filter(
    (row) => !taken.has(rowKey(row)),
  );
  const notices = rowNotices(proposed, context);
  const rows = proposed.map((row, index) => ({
    index,
    key: rowKey(row),
    id: randomUUID(),
    kind: row.kind,
    period: row.period,
    name: rowName(row, wishes.tahun).replace(/^Lokmin (Bulanan|Triwulanan) |^Minilok Stunting /, ""),
    date: row.day,
    startTime: wishes.jam,
    endTime: wishes.selesai,
    place: placeOf(row.kind),
    isIncluded: row.day >= context.today,
    notices: notices.get(rowKey(row)) ?? [],
  }));
  return planKinds
    .map((kind) => ({ title: kindNames[kind], rows: rows.filter((row) => row.kind === kind) }))
    .filter((group) => group.rows.length > 0);
}

/** What the last saving did, and what it left out. */
function Saved({ query, year }: { query: Awaited<Query>; year: number }) {
  const saved = queryText(query.tersimpan);
  if (!/^\d{1,2}$/.test(saved)) return null;
  const skipped = queryText(query.terlewat)
    .split(",")
    .flatMap((key) => parseRowKey(key) ?? []);
  return (
    <div role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
      <p>
        {saved} Lokmin {year} tersimpan sebagai draf.{" "}
        <Link href={`/kegiatan?tahun=${year}`} prefetch={false} className="link">
          Lihat semuanya
        </Link>
      </p>
      {skipped.length > 0 && (
        <p className="mt-1">
          Dilewati karena periodenya baru saja diisi: {skipped.map((row) => rowName(row, year)).join("; ")}. Lihat di
          bawah.
        </p>
      )}
    </div>
  );
}

function Scheduled({ count, year }: { count: string; year: number }) {
  if (!/^\d{1,3}$/.test(count)) return null;
  return (
    <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
      {count} Lokmin {year} dijadwalkan. Undangannya dapat disiapkan di kegiatan masing-masing.
    </p>
  );
}

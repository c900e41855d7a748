import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { PrintButton } from "@/components/print-button";
import { rollOfTurnout } from "@/lib/attendance/sector-roll";
import { findTurnout, type TurnoutReport } from "@/lib/attendance/statistics";
import { quarterName } from "@/lib/attendance/turnout";
import { isId } from "@/lib/db";
import { sectorNames, sectors } from "@/lib/directory/rules";
import { kindNames, listedKinds } from "@/lib/meetings/rules";
import { findOfficeView } from "@/lib/organisations/office-view";
import { mostNamed } from "@/lib/plan/item-query";
import { dayOf } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { SectorBars } from "../sector-bars";
import { Definitions } from "./definitions";
import { Findings } from "./findings";
import { SeatTable } from "./seat-table";
import { TurnoutFilterForm } from "./turnout-filter-form";
import { TurnoutTable } from "./turnout-table";

export const metadata: Metadata = { title: "Rekap kehadiran" };

/** Who is invited, who promises and who comes, over the last eight quarters: which sector is missing. */
export default async function TurnoutPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const query = await searchParams;
  const now = new Date();
  const filter = filterOf(query, Number(dayOf(now, actor.organisation.timeZone).slice(0, 4)));
  const view = await findOfficeView(actor, { dinkes: queryText(query.dinkes), puskesmas: filter.puskesmasId });
  const report = await findTurnout(view.actor, { ...filter, puskesmasId: view.puskesmasId }, now);
  const chosen = report.choices.find(({ id }) => id === view.puskesmasId);
  const noun = filter.kind === "MONTHLY_LOKMIN" || filter.kind === "QUARTERLY_LOKMIN" ? "Lokmin" : "kegiatan";
  return (
    <>
      <PageHeader title="Rekap kehadiran" action={<PrintButton />}>
        <p className="text-muted">
          {[chosen?.name ?? actor.organisation.name, filter.kind ? kindNames[filter.kind] : "Semua kegiatan"].join(
            " · ",
          )}
          {filter.sector && ` · ${say(sectorNames[filter.sector])}`} · {spanOf(report)}
        </p>
      </PageHeader>
      <TurnoutFilterForm filter={{ ...filter, puskesmasId: view.puskesmasId }} view={view} now={now} />
      {report.isTooWide ? (
        <EmptyState title="Pilih Dinas Kesehatan di bawah kantor Anda">
          Rekap kehadiran dihitung dari nama yang hadir: paling banyak untuk {mostNamed} puskesmas sekaligus.
        </EmptyState>
      ) : report.total.invited === 0 ? (
        <Nothing />
      ) : (
        <div className="flex flex-col gap-8">
          <Findings report={report} noun={noun} />
          <SectorBars rows={rollOfTurnout(report.sectors)} isOver />
          <Tables report={report} filter={filter} />
          <Definitions />
        </div>
      )}
    </>
  );
}

type Filter = ReturnType<typeof filterOf>;

/** The Lokmin lintas sektor, unless the address names another kind, or "semua". */
function filterOf(query: Awaited<Query>, thisYear: number) {
  const kind = queryChoice(query.jenis, [...listedKinds, "semua"]) ?? "QUARTERLY_LOKMIN";
  const year = Number(queryText(query.tahun));
  const puskesmasId = queryText(query.puskesmas);
  return {
    kind: kind === "semua" ? undefined : kind,
    year: Number.isInteger(year) && year > 1990 && year <= thisYear + 1 ? year : undefined,
    sector: queryChoice(query.sektor, sectors),
    puskesmasId: isId(puskesmasId) ? puskesmasId : undefined,
  };
}

function spanOf({ quarters }: TurnoutReport): string {
  const [first = 0] = quarters;
  return `${quarterName(first)} sampai ${quarterName(quarters.at(-1) ?? first)}`;
}

function Tables({ report, filter }: { report: TurnoutReport; filter: Filter }) {
  return (
    <>
      {report.puskesmas.length > 0 && (
        <TurnoutTable
          title="Per puskesmas"
          head="Puskesmas"
          groups={report.puskesmas}
          total={report.total}
          hrefOf={({ key }) => `/siapa-datang?${new URLSearchParams({ ...addressOf(filter), puskesmas: key })}`}
        />
      )}
      <TurnoutTable
        title="Per sektor"
        head="Sektor"
        groups={sectors.flatMap((sector) => report.sectors.find((group) => group.sector === sector) ?? [])}
        total={report.total}
      />
      {report.villages.length > 0 && (
        <TurnoutTable title={say("Per desa")} head={say("Desa")} groups={report.villages} />
      )}
      {report.seats.length > 0 && <SeatTable seats={report.seats} quarters={report.quarters} isCut={report.isCut} />}
      {report.puskesmas.length > 0 && (
        <p className="no-print text-muted">{say("Pilih satu puskesmas untuk melihat jabatan dan desanya.")}</p>
      )}
    </>
  );
}

function addressOf({ kind, year, sector }: Filter): Record<string, string> {
  return {
    jenis: kind ?? "semua",
    ...(year ? { tahun: String(year) } : {}),
    ...(sector ? { sektor: sector } : {}),
  };
}

function Nothing() {
  return (
    <EmptyState
      title="Belum ada kehadiran pada pilihan ini"
      action={
        <Link href="/siapa-datang?jenis=semua" prefetch={false} className="button">
          Tampilkan semua kegiatan
        </Link>
      }
    >
      Angka muncul setelah kegiatan yang ada undangannya ditutup, atau setelah ada yang dicatat hadir selama kegiatan
      berlangsung.
    </EmptyState>
  );
}

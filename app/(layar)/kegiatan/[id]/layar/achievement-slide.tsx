import { PwsBars } from "@/components/charts/pws-bars";
import { StatusLegend } from "@/components/charts/status-legend";
import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { findReportedSpan, listPws, type Pws, type PwsColumn } from "@/lib/pws/pws";
import { figureWords, gapWords, momentName } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";
import { Nothing } from "./nothing";
import { edges, placeWithin, type Slide } from "./slide";

/** As many bars as can be read from eight metres above each other. */
const barsPerPage = 8;

/** PWS of one indicator, as of the last month that was reported by and large; many desa go on on the next page. */
export async function achievementSlide(actor: Actor, meeting: FoundMeeting, asked: number): Promise<Slide> {
  const puskesmasId = actor.organisation.id;
  const reported = await findReportedSpan(actor, puskesmasId, new Date());
  const pws = reported && (await listPws(actor, { ...reported.last, puskesmasId }));
  const columns = (pws?.columns ?? []).filter(({ achievements }) => achievements.some(({ figure }) => figure !== null));
  const pages = Math.max(1, Math.ceil((pws?.villages.length ?? 0) / barsPerPage));
  const place = placeWithin(asked, columns.length * pages);
  const number = Math.ceil(place / pages);
  const column = columns[number - 1];
  const around = edges(meeting.id, "capaian", place, columns.length * pages);
  if (!pws || !column)
    return {
      ...around,
      body: (
        <Nothing title="Belum ada angka capaian">
          {say("Isi angka per desa di Capaian, lalu muat ulang layar ini.")}
        </Nothing>
      ),
    };
  const page = place - (number - 1) * pages;
  return {
    ...around,
    body: <Indicator {...{ pws, column, page, pages }} words={`Indikator ${number} dari ${columns.length}`} />,
  };
}

type Props = { pws: Pws; column: PwsColumn; page: number; pages: number; words: string };

function Indicator({ pws, column, page, pages, words }: Props) {
  const { indicator, total } = column;
  return (
    <section className="flex min-h-0 flex-1 flex-col gap-[1vh]">
      <header>
        <p className="line-clamp-1 text-[0.75em] text-muted">
          {words}, {momentName(pws)}
          {pages > 1 && say(`, desa halaman ${page} dari ${pages}`)}
        </p>
        <h2 className="line-clamp-2 text-[1.3em] leading-tight font-bold">{indicator.name}</h2>
        <p className="line-clamp-1">
          Puskesmas {figureWords(indicator, total.figure)}
          {total.gap !== null && `, ${gapWords(total.gap)} dari target`}
          {indicator.lowerIsBetter && " (makin kecil makin baik)"}
        </p>
      </header>
      <PwsBars
        size="projector"
        column={column}
        villages={pws.villages}
        year={pws.year}
        month={pws.month}
        perVillage={say("per desa")}
        from={(page - 1) * barsPerPage}
        to={page * barsPerPage}
      />
      <StatusLegend size="projector" />
    </section>
  );
}

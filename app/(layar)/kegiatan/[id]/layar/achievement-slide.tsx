import { PwsSlide } from "@/components/charts/pws-bars";
import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { findReportedSpan, listPws } from "@/lib/pws/pws";
import { momentName } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";
import { Nothing } from "./nothing";
import { edges, placeWithin, type Slide } from "./slide";

/** PWS of one indicator, as of the last month that was reported by and large. */
export async function achievementSlide(actor: Actor, meeting: FoundMeeting, asked: number): Promise<Slide> {
  const puskesmasId = actor.organisation.id;
  const reported = await findReportedSpan(actor, puskesmasId, new Date());
  const pws = reported && (await listPws(actor, { ...reported.last, puskesmasId }));
  const columns = (pws?.columns ?? []).filter(({ achievements }) => achievements.some(({ figure }) => figure !== null));
  const place = placeWithin(asked, columns.length);
  const column = columns[place - 1];
  const around = edges(meeting.id, "capaian", place, columns.length);
  if (!pws || !column)
    return {
      ...around,
      body: (
        <Nothing title="Belum ada angka capaian">
          {say("Isi angka per desa di Capaian, lalu muat ulang layar ini.")}
        </Nothing>
      ),
    };
  return {
    ...around,
    body: (
      <>
        <p className="text-muted">
          Indikator {place} dari {columns.length}, {momentName(pws)}
        </p>
        <PwsSlide
          perVillage={say("per desa")}
          column={column}
          villages={pws.villages}
          year={pws.year}
          month={pws.month}
        />
      </>
    ),
  };
}

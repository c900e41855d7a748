import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import type { Actor } from "@/lib/actor";
import { findAgreedPlan } from "@/lib/approvals/reads";
import { listDocuments } from "@/lib/documents/reads";
import { listCarriedItems } from "@/lib/follow-up/carry-over";
import { countMeeting, type FoundMeeting } from "@/lib/meetings/reads";
import { asksForSections, missingSections, type NoteRow, noteSections, sectionNames } from "@/lib/minutes/lines";
import { listActionItems, listVillageChoices } from "@/lib/plan/reads";
import { listProblems } from "@/lib/problems/reads";
import { LineWords } from "../line-words";
import { MissingSections } from "../missing-sections";
import { LeftOnDevice } from "./left-on-device";
import { PaperHead } from "./paper-head";
import { CarryOverTable, PlanTable, ProblemList } from "./paper-tables";

type Props = {
  actor: Actor;
  meeting: FoundMeeting;
  notes: readonly NoteRow[];
  canWrite: boolean;
  /** Why those who write cannot now. */
  why: string | null;
};

/** The whole minutes to read and to print, in the order of the paper. */
export async function MinutesPaper({ actor, meeting, notes, canWrite, why }: Props) {
  const [counts, carriedItems, problems, items, agreed, villages, photos] = await Promise.all([
    countMeeting(actor, meeting.id),
    listCarriedItems(actor, meeting.id),
    listProblems(actor, meeting.id),
    listActionItems(actor, meeting.id),
    findAgreedPlan(actor, meeting.id),
    listVillageChoices(actor, meeting.id),
    listDocuments(actor, meeting.id, "MEETING_PHOTO"),
  ]);
  const names = new Map(villages.map(({ code, name }) => [code, name]));
  const current = notes.filter((note) => !note.isDeleted);
  const parts = [current, carriedItems, problems, items, photos];
  return (
    <div className="flex flex-col gap-6">
      <div className="no-print flex flex-wrap items-center gap-3">
        <Link href={`/surat/notulen/${meeting.id}`} prefetch={false} className="button button-main">
          Cetak atau unduh
        </Link>
        {canWrite && (
          <Link href={`/kegiatan/${meeting.id}/notulen`} prefetch={false} className="button">
            Tulis notulen
          </Link>
        )}
        {why && <p className="text-sm text-muted">{why}</p>}
      </div>
      {why && <LeftOnDevice meetingId={meeting.id} />}
      <PaperHead meeting={meeting} present={counts.present} />
      {asksForSections(meeting.kind) && (
        <div className="no-print">
          <MissingSections missing={missingSections(notes)} />
        </div>
      )}
      {parts.every((part) => part.length === 0) && (
        <EmptyState title="Notulen ini masih kosong">Isinya tampak di sini begitu puskesmas menuliskannya.</EmptyState>
      )}
      <CarryOverTable carriedItems={carriedItems} agreed={agreed} />
      <ProblemList problems={problems} />
      {noteSections.map((section) => {
        const lines = current.filter((note) => note.section === section);
        if (lines.length === 0) return null;
        return (
          <section key={section} aria-labelledby={`bagian-${section}`}>
            <h2 id={`bagian-${section}`}>{sectionNames[section]}</h2>
            <ol className="list-decimal pl-7">
              {lines.map((row) => (
                <li key={row.id} id={`baris-${row.id}`} className="break-inside-avoid py-1">
                  <LineWords row={row} meetingId={meeting.id} village={names.get(row.villageCode ?? "")} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <PlanTable items={items} agreed={agreed} meetingId={meeting.id} />
      {photos.length > 0 && (
        <section aria-labelledby="bagian-foto">
          <h2 id="bagian-foto">Foto kegiatan</h2>
          <ol className="list-decimal pl-7">
            {photos.map((photo) => (
              <li key={photo.id} className="py-1">
                <a className="link" href={`/berkas/${photo.id}`}>
                  {photo.caption ?? photo.name}
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

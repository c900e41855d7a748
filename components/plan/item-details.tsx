import type { ListedItem } from "@/lib/plan/item-query";
import { targetWords } from "@/lib/plan/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { Local } from "../local-words";
import { ItemFlags, ItemOwner, villageWords } from "./item-parts";

type Props = { item: ListedItem; showMeeting?: boolean; showPuskesmas?: boolean };

/** What a row of the plan says beside its line. */
export function ItemDetails({ item, showMeeting = false, showPuskesmas = false }: Props) {
  return (
    <div>
      <p>
        <span className="dim">Penanggung jawab</span> <ItemOwner item={item} linksToAll={showMeeting} />
      </p>
      <p>
        <span className="dim">Batas waktu</span> {formatDayShort(item.deadline)}
      </p>
      {showMeeting ? <Meeting item={item} showPuskesmas={showPuskesmas} /> : <Answered item={item} />}
      {item.villages.length > 0 && (
        <p>
          <span className="dim">
            <Local>Desa</Local>
          </span>{" "}
          {villageWords(item.villages)}
        </p>
      )}
      <Target item={item} />
      <LastReport item={item} />
      {item.comments > 0 && <p className="dim">{item.comments} komentar</p>}
      <ItemFlags item={item} />
    </div>
  );
}

function Meeting({ item, showPuskesmas }: { item: ListedItem; showPuskesmas: boolean }) {
  return (
    <p>
      <span className="dim">Dari</span> {item.meetingTitle}, {formatDayShort(dayOf(item.startsAt, item.timeZone))}
      {showPuskesmas && ` · ${item.puskesmas.join(", ")}`}
    </p>
  );
}

/** "Menjawab masalah 2: …", and why it came to be. */
function Answered({ item: { problem, problemNumber, cause } }: { item: ListedItem }) {
  const label = problemNumber === null ? "Masalah" : `Menjawab masalah ${problemNumber}`;
  return (
    <>
      {problem && (
        <p>
          <span className="dim">{label}:</span> {problem}
        </p>
      )}
      {cause && (
        <p>
          <span className="dim">Penyebab:</span> {shortened(cause)}
        </p>
      )}
    </>
  );
}

/** "Cakupan IDL: 77,5 → 95 %". */
function Target({ item }: { item: ListedItem }) {
  const words = [item.indicator, targetWords(item)].filter(Boolean).join(": ");
  if (!words) return null;
  return (
    <p>
      <span className="dim">Target</span> {words}
    </p>
  );
}

function LastReport({ item }: { item: ListedItem }) {
  if (!item.lastReportedAt) return <p className="dim">Belum ada laporan</p>;
  const day = formatDayShort(dayOf(item.lastReportedAt, item.timeZone));
  return (
    <p>
      <span className="dim">Laporan {day}</span> {item.lastNote && shortened(item.lastNote)}
    </p>
  );
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

import Link from "next/link";
import type { ListedItem } from "@/lib/plan/item-query";
import { type DueFrom, targetWords } from "@/lib/plan/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { Local } from "../local-words";
import { ProgressBar } from "../progress/progress-bar";
import { Due, ItemFlags, ItemOwner, villageWords } from "./item-parts";

type Props = {
  items: readonly ListedItem[];
  today: DueFrom;
  caption: string;
  /** Over several meetings: from which one a row is. */
  showMeeting?: boolean;
  /** Over several puskesmas: whose it is. */
  showPuskesmas?: boolean;
  /** Rows can be ticked: the list is in a form that says what is done with them. */
  canChoose?: boolean;
};

/**
 * Rows of action plans: a table on a desk that turns into cards on a phone. One markup for both, and few words of
 * style in it, since a Dinkes reads forty rows at once over a slow line.
 */
export function ItemList({ items, today, caption, canChoose, ...shown }: Props) {
  return (
    <div className="md:overflow-x-auto">
      <table className="table item-table print:text-xs print:[&_td]:min-w-0 print:[&_td]:p-1 print:[&_td:has(.pick)]:hidden print:[&_th]:p-1">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {canChoose && (
              <th scope="col" className="no-print">
                Pilih
              </th>
            )}
            <th scope="col">Batas waktu</th>
            <th scope="col">Kegiatan</th>
            <th scope="col">Penanggung jawab</th>
            <th scope="col">
              <Local>Desa dan target</Local>
            </th>
            <th scope="col">Kemajuan</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              {canChoose && (
                <td>
                  <label className="pick">
                    <input type="checkbox" name="rtl" value={item.id} aria-label="Pilih" />
                  </label>
                </td>
              )}
              <td>
                <Due item={item} today={today} />
              </td>
              <td>
                <Title item={item} />
                <Origin item={item} {...shown} />
                <ItemFlags item={item} />
              </td>
              <td>
                <ItemOwner item={item} linksToAll={shown.showMeeting === true} />
              </td>
              <td>
                {item.villages.length > 0 && (
                  <p>
                    <Local>Desa</Local>: {villageWords(item.villages)}
                  </p>
                )}
                <Target item={item} />
              </td>
              <td>
                <ProgressBar {...item} />
                <LastReport item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Title({ item }: { item: ListedItem }) {
  return (
    <>
      <Link href={`/kegiatan/${item.meetingId}/rtl/${item.id}`} prefetch={false} className="link">
        {item.number}. {item.activity}
      </Link>
      {item.comments > 0 && <span className="dim"> · {item.comments} komentar</span>}
    </>
  );
}

function Origin({
  item,
  showMeeting,
  showPuskesmas,
}: { item: ListedItem } & Pick<Props, "showMeeting" | "showPuskesmas">) {
  if (!showMeeting) return <Answered item={item} />;
  const meeting = `${item.meetingTitle}, ${formatDayShort(dayOf(item.startsAt, item.timeZone))}`;
  return <p className="dim">{showPuskesmas ? `${meeting} · ${item.puskesmas.join(", ")}` : meeting}</p>;
}

/** "Menjawab masalah 2: …", and why it came to be. */
function Answered({ item: { problem, problemNumber, cause } }: { item: ListedItem }) {
  const label = problemNumber === null ? "Masalah" : `Menjawab masalah ${problemNumber}`;
  return (
    <>
      {problem && (
        <p className="dim">
          {label}: {problem}
        </p>
      )}
      {cause && <p className="dim">Penyebab: {shortened(cause)}</p>}
    </>
  );
}

/** "Cakupan IDL: 77,5 → 95 %". */
function Target({ item }: { item: ListedItem }) {
  const words = [item.indicator, targetWords(item)].filter(Boolean).join(": ");
  return words ? <p className="dim">{words}</p> : null;
}

function LastReport({ item }: { item: ListedItem }) {
  if (!item.lastReportedAt) return <p className="dim">Belum ada laporan</p>;
  const day = formatDayShort(dayOf(item.lastReportedAt, item.timeZone));
  return <p className="dim">{item.lastNote ? `${day}: ${shortened(item.lastNote)}` : day}</p>;
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

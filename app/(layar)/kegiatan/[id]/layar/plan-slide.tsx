import type { Actor } from "@/lib/actor";
import type { FoundMeeting } from "@/lib/meetings/reads";
import type { ListedItem } from "@/lib/plan/item-query";
import { listActionItems } from "@/lib/plan/reads";
import { ownerPerson } from "@/lib/plan/rules";
import { formatDayLong } from "@/lib/time";
import { Nothing } from "./nothing";
import { edges, placeWithin, type Slide } from "./slide";

const rowsPerPage = 3;

/**
 * The plan as it grows, the newest row last.
 * @param asked the page; null follows the newest
 */
export async function planSlide(actor: Actor, meeting: FoundMeeting, asked: number | null): Promise<Slide> {
  const items = await listActionItems(actor, meeting.id);
  const pages = Math.max(1, Math.ceil(items.length / rowsPerPage));
  const place = placeWithin(asked ?? pages, pages);
  const around = edges(meeting.id, "rtl", place, pages);
  if (items.length === 0)
    return {
      ...around,
      body: <Nothing title="Belum ada RTL">Setiap kesepakatan muncul di sini begitu ditulis.</Nothing>,
    };
  const shown = items.slice((place - 1) * rowsPerPage, place * rowsPerPage);
  return {
    ...around,
    body: (
      <>
        <h2 className="text-[1.4em] leading-tight font-bold">
          Rencana tindak lanjut: {items.length}
          {pages > 1 && (
            <span className="font-normal text-muted">
              , halaman {place} dari {pages}
            </span>
          )}
        </h2>
        <ol className={`mt-[1vh] border-t-2 border-ink ${shown.length > 1 ? "" : "text-[1.4em]"}`}>
          {shown.map((item) => (
            <PlanRow key={item.id} item={item} isAlone={shown.length === 1} />
          ))}
        </ol>
      </>
    ),
  };
}

function PlanRow({ item, isAlone }: { item: ListedItem; isAlone: boolean }) {
  const person = ownerPerson(item);
  return (
    <li className="border-b border-line py-[1.2vh]">
      <p className={`text-[1.2em] leading-tight font-bold ${isAlone ? "line-clamp-4" : "line-clamp-2"}`}>
        {item.number}. {item.activity}
      </p>
      <p className={isAlone ? "line-clamp-2" : "line-clamp-1"}>
        {item.responsibleInstitution}
        {person && `, ${person}`}
      </p>
      <p>
        Sampai <b>{formatDayLong(item.deadline)}</b>
        {item.problemNumber !== null && <span className="text-muted"> · menjawab masalah {item.problemNumber}</span>}
      </p>
    </li>
  );
}

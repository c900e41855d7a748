import { Badge } from "@/components/badge";
import type { ListedItem } from "@/lib/action-plans/rows";
import { dueTone, dueWords, isBeyondNextQuarter, ownerPerson } from "@/lib/action-plans/rules";
import { dayOf, formatDayShort } from "@/lib/time";

const icons = { late: "alert", soon: "clock", done: "check", plain: undefined } as const;

/** "terlambat 9 hari". */
export function DueBadge({ item, today }: { item: ListedItem; today: string }) {
  const tone = dueTone(item, today);
  const icon = icons[tone];
  return (
    <Badge tone={tone} {...(icon ? { icon } : {})}>
      {dueWords(item, today)}
    </Badge>
  );
}

/** "terlambat 9 hari" and the day it counts from. */
export function Due({ item, today }: { item: ListedItem; today: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 md:flex-col md:items-start">
      <DueBadge item={item} today={today} />
      <span className="text-sm whitespace-nowrap text-muted">{formatDayShort(item.deadline)}</span>
    </div>
  );
}

/** What to look at twice: computed from the row and its meeting, stored nowhere. */
export function ItemFlags({ item }: { item: ListedItem }) {
  const isBeyond = isBeyondNextQuarter(item.deadline, dayOf(item.startsAt, item.timeZone));
  if (item.hasAgreed && !isBeyond && item.priority !== "TINGGI") return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {item.priority === "TINGGI" && <Badge tone="accent">Prioritas tinggi</Badge>}
      {!item.hasAgreed && (
        <Badge tone="soon" icon="alert">
          Belum menyetujui
        </Badge>
      )}
      {isBeyond && (
        <Badge tone="soon" icon="alert">
          Lewat triwulan depan
        </Badge>
      )}
    </p>
  );
}

/** The institution that answers for a row, and the person where one is named. */
export function ItemOwner({ item }: { item: ListedItem }) {
  const person = ownerPerson(item);
  return (
    <>
      <span className="font-semibold">{item.responsibleInstitution}</span>
      {person && <span className="block text-muted">{person}</span>}
    </>
  );
}

const shownVillages = 3;

/** "Kedaung, Baktirasa, Sukapura dan 7 desa lain". */
export function villageWords(villages: ListedItem["villages"]): string {
  const names = villages.slice(0, shownVillages).map((village) => village.name);
  const others = villages.length - names.length;
  return names.join(", ") + (others > 0 ? ` dan ${others} desa lain` : "");
}

import Link from "next/link";
import { Badge } from "@/components/badge";
import { postponementWords } from "@/lib/follow-up/review-rules";
import type { ListedItem } from "@/lib/plan/item-query";
import { type DueFrom, dueTone, dueWords, isBeyondNextQuarter, ownerPerson } from "@/lib/plan/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { withQuery } from "@/lib/web/query";

const icons = { late: "alert", soon: "clock", done: "check", plain: undefined } as const;

/** "terlambat 9 hari". */
export function DueBadge({ item, today }: { item: ListedItem; today: DueFrom }) {
  const tone = dueTone(item, today);
  const icon = icons[tone];
  return (
    <Badge tone={tone} {...(icon ? { icon } : {})}>
      {dueWords(item, today)}
    </Badge>
  );
}

/** "terlambat 9 hari" and the day it counts from. */
export function Due({ item, today }: { item: ListedItem; today: DueFrom }) {
  return (
    <>
      <Badge tone={dueTone(item, today)}>{dueWords(item, today)}</Badge>{" "}
      <span className="dim whitespace-nowrap">{formatDayShort(item.deadline)}</span>
    </>
  );
}

/** What to look at twice: computed from the row and its meeting, stored nowhere. */
export function ItemFlags({ item }: { item: ListedItem }) {
  const isBeyond = isBeyondNextQuarter(item.deadline, dayOf(item.plannedAt, item.timeZone));
  const flags = [
    { text: "Prioritas tinggi", tone: "accent", isSet: item.priority === "HIGH" },
    { text: "Dieskalasi ke Dinkes", tone: "accent", isSet: item.isEscalated },
    { text: capital(postponementWords(item.postponements)), tone: "soon", isSet: item.postponements > 0 },
    { text: "Penanggung jawab sudah diganti", tone: "soon", isSet: item.ownerLeft },
    { text: "Belum menyetujui", tone: "soon", isSet: !item.hasAgreed },
    { text: "Lewat triwulan depan", tone: "soon", isSet: isBeyond },
  ] as const;
  const set = flags.filter((flag) => flag.isSet);
  if (set.length === 0) return null;
  return (
    <p className="flags">
      {set.map(({ text, tone }) => (
        <Badge key={text} tone={tone}>
          {text}
        </Badge>
      ))}
    </p>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The institution that answers for a row, and the person where one is named. */
export function ItemOwner({ item, linksToAll = false }: { item: ListedItem; linksToAll?: boolean }) {
  const person = ownerPerson(item);
  const all = withQuery("/tindak-lanjut", { pemilik: item.ownerRef, status: "semua" });
  return (
    <>
      {linksToAll ? (
        <Link href={all} prefetch={false} className="link font-semibold" title="Semua RTL penanggung jawab ini">
          {item.responsibleInstitution}
        </Link>
      ) : (
        <b>{item.responsibleInstitution}</b>
      )}
      {person && (
        <>
          <br />
          {person}
        </>
      )}
    </>
  );
}

const shownVillages = 3;

/** "Kedaung, Baktirasa, Sukapura dan 7 lainnya". */
export function villageWords(villages: ListedItem["villages"]): string {
  const names = villages.slice(0, shownVillages).map((village) => village.name);
  const others = villages.length - names.length;
  return names.join(", ") + (others > 0 ? ` dan ${others} lainnya` : "");
}

import { AppLink } from "@/components/app-link";
import { Badge } from "@/components/badge";
import { postponementWords } from "@/lib/follow-up/review-rules";
import type { ListedItem } from "@/lib/plan/item-query";
import { type DueFrom, dueTone, dueWords, isBeyondNextQuarter, ownerPerson } from "@/lib/plan/rules";
import { dayOf } from "@/lib/time";
import { withQuery } from "@/lib/web/query";

/** "terlambat 9 hari". */
export function DueBadge({ item, today }: { item: ListedItem; today: DueFrom }) {
  return <Badge tone={dueTone(item, today)}>{dueWords(item, today)}</Badge>;
}

/** What to look at twice: computed from the row and its meeting, stored nowhere; the weightiest first. */
function flagsOf(item: ListedItem) {
  const isBeyond = isBeyondNextQuarter(item.deadline, dayOf(item.plannedAt, item.timeZone));
  const postponed = capital(postponementWords(item.postponements));
  const flags = [
    { text: "Dieskalasi ke Dinkes", short: "Eskalasi", tone: "accent", isSet: item.isEscalated },
    { text: postponed, short: postponed, tone: "soon", isSet: item.postponements > 0 },
    { text: "Penanggung jawab sudah diganti", short: "Diganti", tone: "soon", isSet: item.ownerLeft },
    { text: "Prioritas tinggi", short: "Prioritas", tone: "accent", isSet: item.priority === "HIGH" },
    { text: "Belum menyetujui", short: "Belum setuju", tone: "soon", isSet: !item.hasAgreed },
    { text: "Lewat triwulan depan", short: "Lewat triwulan", tone: "soon", isSet: isBeyond },
  ] as const;
  return flags.filter((flag) => flag.isSet);
}

/** In the line of a row: two of them at most, the rest counted. */
export function ShortFlags({ item }: { item: ListedItem }) {
  const set = flagsOf(item);
  return (
    <>
      {set.slice(0, 2).map(({ short, tone }) => (
        <Badge key={short} tone={tone}>
          {short}
        </Badge>
      ))}
      {set.length > 2 && <span className="dim">+{set.length - 2}</span>}
    </>
  );
}

export function ItemFlags({ item }: { item: ListedItem }) {
  const set = flagsOf(item);
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
        <AppLink href={all} className="link font-semibold" title="Semua RTL penanggung jawab ini">
          {item.responsibleInstitution}
        </AppLink>
      ) : (
        <b>{item.responsibleInstitution}</b>
      )}
      {person && `, ${person}`}
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

import type { Actor } from "@/lib/actor";
import { wordFor } from "@/lib/area-words/words";
import { db } from "@/lib/db";
import { holderAmong, runningAt } from "@/lib/directory/tenure";
import type { LetterSignatory } from "@/lib/letters/facts";
import { nipWords, nobody } from "@/lib/letters/proposals";

/** Who signs on a kecamatan's letterhead: its camat, as the actor's office has him today. */
export async function camatOf(actor: Actor, areaCode: string): Promise<LetterSignatory> {
  const { head } = wordFor(areaCode, "district");
  const area = await db.area.findUnique({ where: { code: areaCode }, select: { name: true } });
  const seats = await db.seat.findMany({
    where: {
      organisationId: actor.organisation.id,
      archivedAt: null,
      sector: "KECAMATAN",
      OR: ["Camat", head].map((title) => ({ title: { startsWith: title, mode: "insensitive" as const } })),
    },
    orderBy: [{ protocolOrder: "asc" }, { title: "asc" }],
    take: 20,
    select: {
      title: true,
      institution: true,
      holders: {
        where: runningAt(new Date()),
        select: {
          prefix: true,
          name: true,
          rank: true,
          nip: true,
          since: true,
          until: true,
          person: { select: { nip: true } },
        },
      },
    },
  });
  const name = area?.name ?? "";
  const isMeant = (words: string) => words.toLowerCase().includes(name.toLowerCase());
  const seat =
    seats.find(({ title, institution }) => isMeant(`${title} ${institution}`)) ??
    (seats.length === 1 ? seats[0] : undefined);
  const holder = seat ? holderAmong(seat.holders) : null;
  const nip = holder?.nip ?? holder?.person.nip;
  return {
    ...nobody,
    prefix: holder?.prefix ?? null,
    seat: `${head} ${name}`.trim(),
    name: holder?.name ?? null,
    rank: holder?.rank ?? null,
    number: nip ? nipWords(nip) : null,
  };
}

import { type Actor, isDinkes } from "@/lib/actor";
import { db, readRows } from "@/lib/db";
import { listSeats } from "@/lib/directory/reads";
import { seatName } from "@/lib/directory/rules";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { usedBy } from "@/lib/indicators/reads";
import { listMeetings } from "@/lib/meetings/reads";
import { statusNames } from "@/lib/meetings/rules";
import { listedSql } from "@/lib/meetings/visible-sql";
import { listPersons } from "@/lib/persons/reads";
import { dueWords } from "@/lib/plan/rules";
import { holdsEachWord } from "@/lib/read-words";
import type { Hit, HitGroup } from "@/lib/search/groups";
import { shortened } from "@/lib/shortened";
import { listTemplates } from "@/lib/templates/reads";
import { dayOf, formatDayShort } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";

export const hitsEach = 8;
const wordsOfText = 120;

/** What the actor may see that holds every word, by kind, at most `hitsEach` of each; nothing for fewer than two letters. */
export async function search(actor: Actor, words: string, now: Date): Promise<HitGroup[]> {
  const q = words.trim();
  if (q.length < 2) return [];
  const link = encodeURIComponent(q);
  const [{ meetings }, directory, persons, followUp, problems, notes, indicators, { templates }] = await Promise.all([
    listMeetings(actor, { words: q }),
    isDinkes(actor) ? null : listSeats(actor, { q }),
    listPersons(actor, { q }),
    listFollowUps(actor, followUpSchema.parse({ status: "semua", cari: q }), now),
    findProblems(actor, q),
    findNotes(actor, q),
    findIndicators(actor, q),
    listTemplates(actor, { words: q }),
  ]);
  const groups: HitGroup[] = [
    {
      name: "meetings",
      more: null,
      hits: meetings.map(({ id, title, startsAt, timeZone, status, counts }) => ({
        id,
        href: `/kegiatan/${id}`,
        text: title,
        detail: `${formatDayShort(dayOf(startsAt, timeZone))} · ${statusNames[status]} · ${counts.hostName}`,
      })),
    },
    {
      name: "seats",
      more: `/mitra?q=${link}`,
      hits: (directory?.seats ?? []).map(({ id, title, holder, institution }) => ({
        id,
        href: `/mitra/${id}`,
        text: seatName({ title, prefix: holder?.prefix }),
        detail: [holder?.name, institution].filter(Boolean).join(" · "),
      })),
    },
    {
      name: "persons",
      more: `/mitra/orang?q=${link}`,
      hits: persons.persons.map(({ id, name, title, institution }) => ({
        id,
        href: `/mitra/orang/${id}`,
        text: name ?? title ?? institution ?? "",
        detail: [name ? title : null, institution].filter(Boolean).join(" · "),
      })),
    },
    {
      name: "items",
      more: `/tindak-lanjut?status=semua&cari=${link}`,
      hits: followUp.items.map((item) => ({
        id: item.id,
        href: `/kegiatan/${item.meetingId}/rtl/${item.id}`,
        text: item.activity,
        detail: `${dueWords(item, followUp.today)} · ${item.responsibleInstitution}`,
      })),
    },
    { name: "problems", more: null, hits: problems.map((row) => textHit(row, `/kegiatan/${row.meetingId}/masalah`)) },
    { name: "notes", more: null, hits: notes.map((row) => textHit(row, `/kegiatan/${row.meetingId}/notulen`)) },
    {
      name: "indicators",
      more: null,
      hits: indicators.map(({ id, name, unit }) => ({ id, href: `/capaian/${id}`, text: name, detail: unit })),
    },
    {
      name: "templates",
      more: null,
      hits: templates.map(({ id, name, organisation }) => ({
        id,
        href: `/templat/${id}`,
        text: name,
        detail: organisation.name,
      })),
    },
  ];
  return groups
    .filter(({ hits }) => hits.length > 0)
    .map(({ hits, more, ...group }) => ({
      ...group,
      hits: hits.slice(0, hitsEach),
      more: hits.length > hitsEach ? more : null,
    }));
}

type TextRow = { id: string; meetingId: string; title: string; startsAt: Date; timeZone: string; text: string };

const textHit = ({ id, text, title, startsAt, timeZone }: TextRow, href: string): Hit => ({
  id,
  href,
  text: shortened(text, wordsOfText),
  detail: `${title} · ${formatDayShort(dayOf(startsAt, timeZone))}`,
});

const meetingColumns = Prisma.sql`m.id AS "meetingId", m.title, m."startsAt", m."timeZone"`;

function findProblems(actor: Actor, q: string): Promise<TextRow[]> {
  return readRows<TextRow>(Prisma.sql`
    SELECT p.id, ${meetingColumns}, p.statement AS text FROM "Problem" p JOIN "Meeting" m ON m.id = p."meetingId"
    WHERE ${listedSql(actor)} AND ${holdsEachWord(["p.statement"], q)}
    ORDER BY m."startsAt" DESC, p.number LIMIT ${hitsEach}`);
}

function findNotes(actor: Actor, q: string): Promise<TextRow[]> {
  return readRows<TextRow>(Prisma.sql`
    SELECT n.id, ${meetingColumns}, n.text FROM "Note" n JOIN "Meeting" m ON m.id = n."meetingId"
    WHERE n."deletedAt" IS NULL AND ${listedSql(actor)} AND ${holdsEachWord(["concat_ws(' ', n.text, n.answer, n.asker)"], q)}
    ORDER BY m."startsAt" DESC, n.position LIMIT ${hitsEach}`);
}

function findIndicators(actor: Actor, q: string) {
  return db.indicator.findMany({
    where: { ...usedBy(actor.organisation), archivedAt: null, name: { contains: q, mode: "insensitive" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: hitsEach,
    select: { id: true, name: true, unit: true },
  });
}

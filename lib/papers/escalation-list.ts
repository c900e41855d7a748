import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { escalationOutcomeNames, escalationState, escalationStateNames } from "@/lib/escalations/rules";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { organisedBy, whoAgreed } from "@/lib/meetings/organised";
import { ownPuskesmasId } from "@/lib/meetings/rules";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import { dayCell, lines, numberCell, numberColumn, paragraphs } from "@/lib/papers/parts/blocks";
import { findOffice, type OfficeFacts } from "@/lib/papers/parts/meeting";
import { dateToDay, dayOf, formatDayLong, formatDayShort, toInstant } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

const mostRows = 1000;

const organisers = { ...whoAgreed, select: { puskesmasId: true, puskesmas: { select: { name: true } } } };

const told = {
  reason: true,
  raisedAt: true,
  answerBy: true,
  closedAt: true,
  dinkes: { select: { name: true } },
  item: {
    select: {
      number: true,
      activity: true,
      meeting: { select: { title: true, timeZone: true, hostId: true, organisers } },
    },
  },
  answers: { orderBy: { answeredAt: "asc" }, include: { forward: { select: { institution: true } } } },
  forwards: { where: { closedAt: null }, select: { institution: true } },
} satisfies Prisma.EscalationSelect;

type Row = Prisma.EscalationGetPayload<{ select: typeof told }>;
type Facts = { office: OfficeFacts; year: number; rows: Row[]; isOfPuskesmas: boolean };

/** @param subject "<organisationId>:<year>", of a puskesmas or a Dinkes */
async function read(actor: Actor, subject: string): Promise<Facts | null> {
  const [id = "", text = "", ...more] = subject.split(":");
  if (!isId(id) || !/^20\d\d$/.test(text) || more.length > 0) return null;
  const found = await db.organisation.findFirst({
    where: { AND: [organisationsWithin(actor), { id }] },
    select: { kind: true, timeZone: true },
  });
  if (!found) return null;
  const isOfPuskesmas = found.kind === "PUSKESMAS";
  const ofOffice = isOfPuskesmas
    ? { item: { meeting: organisedBy(id) } }
    : { OR: [{ dinkesId: id }, { forwards: { some: { toId: id } } }] };
  const begin = (year: number) => toInstant(`${year}-01-01`, "00:00", found.timeZone);
  const raisedAt = { gte: begin(Number(text)), lt: begin(Number(text) + 1) };
  const [office, rows] = await Promise.all([
    findOffice(id),
    db.escalation.findMany({
      where: { AND: [escalationsVisibleTo(actor), ofOffice, { raisedAt }] },
      orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
      take: mostRows,
      select: told,
    }),
  ]);
  return { office, year: Number(text), rows, isOfPuskesmas };
}

function stateOf({ closedAt, answers, forwards }: Row): string {
  const own = answers.filter(({ forwardId }) => forwardId === null);
  return lines([
    escalationStateNames[escalationState(closedAt, own.at(-1)?.outcome ?? null)],
    forwards.length > 0 && `Sekarang di ${forwards.map(({ institution }) => institution).join(", ")}`,
  ]);
}

function answerWords({ outcome, text, letterNumber, letterDate, contact, dueOn, forward }: Row["answers"][number]) {
  const letter = letterNumber && letterDate && `surat ${letterNumber}, ${formatDayLong(dateToDay(letterDate))}`;
  return lines([
    [forward?.institution, escalationOutcomeNames[outcome], letter].filter(Boolean).join(": "),
    text,
    contact && `Penanggung jawab: ${contact}`,
    dueOn && `Selesai paling lambat ${formatDayLong(dateToDay(dueOn))}`,
  ]);
}

function nameOfOwn(meeting: Row["item"]["meeting"]): string {
  const id = ownPuskesmasId(meeting);
  return meeting.organisers.find(({ puskesmasId }) => puskesmasId === id)?.puskesmas.name ?? "";
}

function cellsOf(row: Row, { isOfPuskesmas }: Facts) {
  const { number, activity, meeting } = row.item;
  const raisedOn = dayOf(row.raisedAt, meeting.timeZone);
  return [
    dayCell(raisedOn, formatDayShort),
    isOfPuskesmas ? row.dinkes.name : nameOfOwn(meeting),
    lines([`RTL ${number}. ${activity}`, meeting.title]),
    row.reason,
    stateOf(row),
    lines(row.answers.map(answerWords)) || `Belum dijawab, batas ${formatDayLong(dateToDay(row.answerBy))}`,
    dayCell(row.closedAt ? dayOf(row.closedAt, meeting.timeZone) : null, formatDayShort),
  ];
}

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { office, year, rows, isOfPuskesmas } = facts;
  const title = `Daftar eskalasi dan jawabannya ${office.name} tahun ${year}`;
  return {
    title,
    organisation: office.name,
    size: settings.size,
    sections: [
      {
        orientation: "landscape",
        letterhead: settings.letterhead,
        blocks: [
          {
            type: "title",
            lines: [
              "DAFTAR ESKALASI RENCANA TINDAK LANJUT DAN JAWABANNYA",
              `${office.name.toUpperCase()} TAHUN ${year}`,
            ],
          },
          ...paragraphs([
            `${rows.length} eskalasi, ${rows.filter(({ closedAt }) => closedAt).length} selesai dijawab.`,
          ]),
          {
            type: "table",
            caption: title,
            columns: [
              numberColumn,
              { head: "Tanggal", width: 9, type: "date" },
              { head: isOfPuskesmas ? "Kepada" : "Puskesmas", width: 13 },
              { head: "Rencana Tindak Lanjut", width: 18 },
              { head: "Yang Diminta", width: 15 },
              { head: "Status", width: 11 },
              { head: "Jawaban", width: 19 },
              { head: "Selesai", width: 9, type: "date" },
            ],
            rows: rows.map((row, index) => [numberCell(index + 1), ...cellsOf(row, facts)]),
          },
        ],
      },
    ],
    notes: ["Bukti EP 1.7.1 f. Daftar ini bukan pengganti surat aslinya."],
  };
}

export const escalationList: PaperDefinition<Facts> = {
  kind: "escalation-list",
  slug: "daftar-eskalasi",
  name: "Daftar eskalasi setahun",
  subject: "year",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ office }) => office.id,
  compose,
  fields: ({ office, year, rows }) => ({
    values: { puskesmas: office.name, tahun: `${year}` },
    lists: {
      eskalasi: rows.map((row, index) => ({
        no: `${index + 1}`,
        rtl: row.item.activity,
        permohonan: row.reason,
        keadaan: stateOf(row),
        jawaban: row.answers.map(answerWords).join("\n"),
      })),
    },
  }),
  missing: ({ rows, year }) => (rows.length > 0 ? [] : [`Tidak ada RTL yang dieskalasi pada tahun ${year}.`]),
};

import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { kindNames, periodName } from "@/lib/meetings/rules";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import { numberCell, numberColumn, paragraphs } from "@/lib/papers/parts/blocks";
import { findOffice, hoursWords, type OfficeFacts } from "@/lib/papers/parts/meeting";
import { findHead, listSeatsOn, type Signer, signatory } from "@/lib/papers/parts/signatories";
import { paragraphsOf, worded } from "@/lib/papers/parts/wording";
import { readPuskesmasYear } from "@/lib/papers/parts/year";
import { dayOf, formatDay } from "@/lib/time";

type Row = { kind: string; title: string; period: string; day: string | null; hours: string; place: string };
type Facts = { office: OfficeFacts; year: number; rows: Row[]; head: Signer | null };

const mostRows = 300;

async function read(actor: Actor, subject: string): Promise<Facts | null> {
  const found = await readPuskesmasYear(actor, subject);
  if (!found) return null;
  const { puskesmasId, year, timeZone } = found;
  const today = dayOf(new Date(), timeZone);
  const [office, meetings, seats] = await Promise.all([
    findOffice(puskesmasId),
    db.meeting.findMany({
      where: {
        AND: [visibleTo(actor), { year, status: { not: "CANCELLED" } }],
        organisers: { some: { puskesmasId, agreedAt: { not: null } } },
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: mostRows,
    }),
    listSeatsOn(puskesmasId, today, timeZone),
  ]);
  return {
    office,
    year,
    head: await findHead(office, seats, today),
    rows: meetings.map((meeting) => ({
      kind: meeting.typeName ?? kindNames[meeting.kind],
      title: meeting.title,
      period: periodName(meeting),
      day: meeting.status === "POSTPONED" ? null : dayOf(meeting.startsAt, meeting.timeZone),
      hours: meeting.status === "POSTPONED" ? "" : hoursWords(meeting.startsAt, meeting.endsAt, meeting.timeZone),
      place: meeting.place,
    })),
  };
}

const wording = {
  opening: {
    label: "Kalimat pembuka",
    text: "Jadwal lokakarya mini dan kegiatan lain {puskesmas} tahun {tahun}:",
    placeholders: ["puskesmas", "tahun", "kecamatan", "kabupaten"],
  },
};

function valuesOf({ office, year }: Facts): Record<string, string> {
  return { puskesmas: office.name, tahun: `${year}`, kecamatan: office.place, kabupaten: office.regency };
}

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { office, year, rows, head } = facts;
  const title = `Jadwal Lokakarya Mini ${office.name} Tahun ${year}`;
  return {
    title,
    organisation: office.name,
    size: settings.size,
    sections: [
      {
        orientation: "landscape",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["JADWAL LOKAKARYA MINI", `${office.name.toUpperCase()} TAHUN ${year}`] },
          ...paragraphs(paragraphsOf(worded(settings, wording, "opening", valuesOf(facts)))),
          {
            type: "table",
            caption: title,
            columns: [
              numberColumn,
              { head: "Jenis", width: 18 },
              { head: "Kegiatan", width: 26 },
              { head: "Hari/Tanggal", width: 18, type: "date" },
              { head: "Waktu", width: 16 },
              { head: "Tempat", width: 17 },
            ],
            rows: rows.map((row, index) => [
              numberCell(index + 1),
              row.kind,
              row.title,
              row.day ? { text: formatDay(row.day), value: row.day } : "Ditetapkan kemudian",
              row.hours,
              row.place,
            ]),
          },
          {
            type: "signatures",
            columns: 2,
            parties: [signatory(null, head, `Kepala ${office.name}`)],
          },
        ],
      },
    ],
    notes: [],
  };
}

export const yearSchedule: PaperDefinition<Facts> = {
  kind: "year-schedule",
  slug: "jadwal",
  name: "Jadwal tahunan",
  subject: "year",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording,
  read,
  organisationId: ({ office }) => office.id,
  compose,
  fields: (facts) => ({
    values: valuesOf(facts),
    lists: {
      kegiatan: facts.rows.map((row, index) => ({
        no: `${index + 1}`,
        jenis: row.kind,
        kegiatan: row.title,
        hari: row.day ? formatDay(row.day) : "",
        waktu: row.hours,
        tempat: row.place,
      })),
    },
  }),
  missing: ({ rows, year }) =>
    rows.length > 0 ? [] : [`Belum ada kegiatan tahun ${year}: susun di Kegiatan, Rencana tahun.`],
};

import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { addDays, dayOf, dayToDate, toInstant } from "@/lib/time";
import type { MeetingStatus, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";
import { makePerson } from "./persons";

type Office = { id: string };

/** A programme of a Dinkes from three weeks ago for ten weeks, with two facilitators and a checklist of two items. */
export async function makeProgramme(
  dinkes: Office,
  visited: readonly Office[],
  overrides: Partial<Prisma.ProgrammeUncheckedCreateInput> = {},
) {
  const today = dayOf(new Date(), "Asia/Jakarta");
  const programme = await db.programme.create({
    data: {
      id: randomUUID(),
      organisationId: dinkes.id,
      name: `Pembinaan KIA ${nextNumber()}`,
      goal: "Menurunkan kematian ibu dan bayi",
      topics: ["Rujukan", "KIA"],
      startsOn: dayToDate(addDays(today, -21)),
      endsOn: dayToDate(addDays(today, 49)),
      visitsPerWeek: 3,
      teamSize: 2,
      startClock: "09:00",
      members: { create: visited.map(({ id }) => ({ organisationId: id })) },
      checklist: {
        create: [
          { position: 1, text: "Partograf diisi lengkap", form: "YES_NO" },
          { position: 2, text: "Ketersediaan obat", form: "SCORE", maxScore: 10 },
        ],
      },
      ...overrides,
    },
  });
  const facilitators = [];
  for (const [index, title] of ["Dokter spesialis anak", "Dokter spesialis kebidanan"].entries()) {
    const name = `dr. Fasilitator ${nextNumber()}`;
    const person = await makePerson({ organisationId: dinkes.id, name, title, institution: "RSUD" });
    facilitators.push(
      await db.programmeFacilitator.create({
        data: {
          ...{ id: randomUUID(), programmeId: programme.id, personId: person.id, name, title, institution: "RSUD" },
          position: index + 1,
        },
      }),
    );
  }
  return { ...programme, facilitators };
}

type Made = Awaited<ReturnType<typeof makeProgramme>>;

/** A visit of a programme, with its first facilitator and a copy of the checklist. */
export async function makeVisit(
  programme: Made,
  visited: Office,
  { status = "IN_PROGRESS", day = dayOf(new Date(), "Asia/Jakarta") }: { status?: MeetingStatus; day?: string } = {},
) {
  const id = randomUUID();
  const startsAt = toInstant(day, "09:00", "Asia/Jakarta");
  const [first] = programme.facilitators;
  const meeting = await db.meeting.create({
    data: {
      ...{ id, kind: "COACHING_VISIT", status, startsAt, timeZone: "Asia/Jakarta", hostId: programme.organisationId },
      title: `${programme.name}: kunjungan`,
      place: "Ruang rapat",
      year: Number(day.slice(0, 4)),
      period: Number(day.slice(5, 7)),
      closedAt: status === "CLOSED" ? new Date(startsAt.getTime() + 10_800_000) : null,
      organisers: { create: { puskesmasId: visited.id, startsAt, agreedAt: startsAt } },
      visit: {
        create: {
          programmeId: programme.id,
          organisationId: visited.id,
          ...(first && {
            team: {
              create: {
                ...{ facilitatorId: first.id, position: 1, name: first.name, title: first.title },
                institution: first.institution,
              },
            },
          }),
          checklist: {
            create: [
              { id: randomUUID(), position: 1, text: "Partograf diisi lengkap", form: "YES_NO" },
              { id: randomUUID(), position: 2, text: "Ketersediaan obat", form: "SCORE", maxScore: 10 },
            ],
          },
        },
      },
    },
  });
  return meeting;
}

// A puskesmas that collects the evidence of its year: twelve Lokmin bulanan and four triwulanan, eighty photos.
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { db } from "@/lib/db";
import { documentRow, noteRow } from "@/tests/factories/evidence";
import { invitationRow } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePerson } from "@/tests/factories/persons";
import { makeUser } from "@/tests/factories/users";

export type Collector = { email: string; year: number };

const year = 2024;
const photosPerMeeting = 5;
const people = 30;
const rows = 8;

export async function makeCollector(dinkesId: string, passwordHash: string): Promise<Collector> {
  const email = "akreditasi@contoh.id";
  const host = await db.organisation.create({
    data: {
      ...{ kind: "PUSKESMAS", name: "UPTD Puskesmas Ukur Akreditasi", parentId: dinkesId },
      ...{ areaCode: "18.01.15", timeZone: "Asia/Jakarta" },
    },
  });
  await makeUser("PUSKESMAS_HEAD", { email, name: "Kepala Ukur", organisationId: host.id, passwordHash });
  const owner = await makePerson({ organisationId: host.id, name: "Penanggung Jawab Contoh" });
  const quarters = [2, 5, 8, 11].map((month, index) => ({
    month,
    period: index + 1,
    kind: "QUARTERLY_LOKMIN" as const,
  }));
  const months = Array.from({ length: 12 }, (_, index) => ({
    ...{ month: index + 1, period: index + 1, kind: "MONTHLY_LOKMIN" as const },
  }));
  for (const { month, period, kind } of [...months, ...quarters]) {
    const day = kind === "MONTHLY_LOKMIN" ? 5 : 20;
    const startsAt = new Date(Date.UTC(year, month - 1, day, 2));
    const meeting = await makeMeeting("CLOSED", { host, kind, year, period, startsAt, leader: "Kepala Puskesmas" });
    await addPeople(meeting.id, startsAt);
    await addResults(meeting.id, startsAt, owner.id);
    await addPhotos(meeting.id, month * 100 + day);
  }
  return { email, year };
}

async function addPeople(meetingId: string, startsAt: Date) {
  const invitations = Array.from({ length: people }, (_, index) => {
    const seat = { title: `Kepala Desa Ukur ${index + 1}`, institution: `Pemerintah Desa Ukur ${index + 1}` };
    const { row } = invitationRow({
      meetingId,
      ...seat,
      holderName: `Pejabat Contoh ${index + 1}`,
      handedOutAt: startsAt,
    });
    return row;
  });
  await db.invitation.createMany({ data: invitations });
  await db.attendance.createMany({
    data: invitations.map(({ id, title, institution, holderName }) => ({
      ...{ id: randomUUID(), meetingId, invitationId: id, status: "PRESENT" as const, source: "OFFICER" as const },
      ...{ name: holderName ?? "Pejabat Contoh", title, institution, arrivedAt: startsAt, confirmedAt: startsAt },
    })),
  });
}

async function addResults(meetingId: string, startsAt: Date, responsiblePersonId: string) {
  const sections = ["PROBLEMS", "OBSTACLES", "RECOMMENDATIONS", "DECISIONS"] as const;
  const words =
    "Cakupan imunisasi di desa terjauh rendah karena jalan terputus saat hujan; kader dan Babinsa mendampingi";
  await db.note.createMany({
    data: sections.flatMap((section) =>
      Array.from({ length: 5 }, (_, index) => noteRow(section, { meetingId, text: `${words} (${index + 1}).` })),
    ),
  });
  await db.actionItem.createMany({
    data: Array.from({ length: rows }, (_, index) => ({
      ...{
        id: randomUUID(),
        meetingId,
        number: index + 1,
        activity: `Sweeping imunisasi dari rumah ke rumah ${index + 1}`,
      },
      ...{ responsibleInstitution: "Puskesmas", responsiblePersonId, responsibleName: "Penanggung Jawab Contoh" },
      ...{ status: "IN_PROGRESS" as const, percent: 40 },
      deadline: new Date(startsAt.getTime() + 30 * 86_400_000),
    })),
  });
}

/** As heavy as they are kept: nobody compresses noise away. */
async function addPhotos(meetingId: string, seed: number) {
  for (let index = 0; index < photosPerMeeting; index++) {
    const noise = { type: "gaussian", mean: 100 + ((seed + index) % 60), sigma: 20 } as const;
    const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#808080", noise } });
    const bytes = new Uint8Array(await picture.blur(0.8).jpeg({ quality: 75 }).toBuffer());
    const position = index + 1;
    const row = documentRow({ meetingId, kind: "MEETING_PHOTO", caption: `Suasana rapat ${position}`, position });
    await db.document.create({ data: { ...row, size: bytes.length, content: { create: { bytes } } } });
  }
}

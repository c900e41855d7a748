import { randomUUID } from "node:crypto";
import { newCheckCode } from "@/lib/papers/check-code";
import { addDays, dayOf, dayToDate, formatDay } from "@/lib/time";
import type { Profession } from "@/prisma/generated/enums";
import { type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";

type Issued = {
  /** Form of the numbers. */
  pattern: string;
  place: string;
  lessons: number;
  signatory: { seat: string; name: string };
  topics: { topic: string; form: string; lessons: string }[];
};

const professions: [RegExp, Profession][] = [
  [/bidan/i, "MIDWIFE"],
  [/dokter gigi/i, "DENTIST"],
  [/dokter/i, "DOCTOR"],
  [/perawat|gawat darurat|rawat inap/i, "NURSE"],
  [/gizi/i, "NUTRITION"],
  [/sanitarian|kesehatan lingkungan/i, "ENVIRONMENTAL_HEALTH"],
];

/** A certificate for everybody of a training's health workers who came himself, on the day after it. */
export function addCertificates(rows: Rows, demo: DemoMeeting, issued: Issued): void {
  const { meeting } = demo;
  const first = dayOf(meeting.startsAt, meeting.timeZone);
  const day = addDays(first, 1);
  const present = new Set(
    rows.attendances
      .filter(({ meetingId, status }) => meetingId === meeting.id && status === "PRESENT")
      .map(({ invitationId }) => invitationId),
  );
  const people = demo.invitations
    .map(({ row }) => row)
    .filter(({ id, sector }) => present.has(id) && sector === "HEALTH");
  for (const [index, person] of people.entries()) {
    const number = issued.pattern
      .replace("{nomor:3}", String(index + 1).padStart(3, "0"))
      .replace("{tahun}", day.slice(0, 4));
    rows.certificates.push({
      ...{ id: randomUUID(), code: newCheckCode(), meetingId: meeting.id, invitationId: person.id },
      ...{ organisationId: meeting.hostId, year: Number(day.slice(0, 4)), number, numberKey: number.toLowerCase() },
      ...{ pattern: issued.pattern, day: dayToDate(day), place: issued.place, name: person.holderName ?? "" },
      ...{ title: person.title, institution: person.institution, profession: professionOf(person.title) },
      ...{ training: meeting.title ?? "", held: formatDay(first), room: meeting.place ?? "", lessons: issued.lessons },
      ...{ topics: issued.topics, signatorySeat: issued.signatory.seat, signatoryName: issued.signatory.name },
      ...{ creator: demo.by.user.name, createdAt: new Date(meeting.startsAt.getTime() + 86_400_000) },
    });
  }
  record(rows, demo, new Date(meeting.startsAt.getTime() + 86_400_000), {
    action: "certificate.issued",
    data: { title: meeting.title ?? "", count: people.length },
  });
}

export function professionOf(title: string): Profession {
  return professions.find(([words]) => words.test(title))?.[1] ?? "PUBLIC_HEALTH";
}

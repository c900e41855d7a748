import { randomUUID } from "node:crypto";
import { numberKey } from "@/lib/letters/pattern";
import { dayOf, dayToDate } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";
import { daysAfter } from "./calendar";
import { type DemoMeeting, record } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { type DemoSeat, seatAt } from "./offices";

type Told = Pick<
  Prisma.LetterCreateManyInput,
  "place" | "signatoryPrefix" | "signatorySeat" | "signatoryName" | "onBehalfOf" | "copies"
> & { number: string };

/** The numbered letter of a meeting's invitation, of the day on which the meeting was set. */
export function addInvitationLetter(rows: Rows, demo: DemoMeeting, { number, ...told }: Told) {
  const { meeting, by, scheduledAt, invitations } = demo;
  const day = dayOf(scheduledAt, meeting.timeZone);
  const at = daysAfter(scheduledAt, 0, -10);
  const subject = `Undangan ${meeting.title}`;
  const id = randomUUID();
  rows.letters.push({
    id,
    organisationId: meeting.hostId,
    paperKind: "invitation-letter",
    meetingId: meeting.id,
    issuer: meeting.hostId,
    year: Number(day.slice(0, 4)),
    number,
    numberKey: numberKey(number),
    day: dayToDate(day),
    urgency: "IMPORTANT",
    attachment: "1 (satu) berkas",
    subject,
    addressees: `${invitations.length} undangan (daftar terlampir)`,
    creator: by.user.name,
    createdAt: at,
    numberedAt: at,
    ...told,
  });
  record(rows, demo, at, { action: "letter.numbered", subjectId: id, data: { number, subject, day } });
}

/** The invitation to a Lokmin lintas sektor that the Camat of that day signed. */
export function addCamatLetter(rows: Rows, demo: DemoMeeting, seats: readonly DemoSeat[]) {
  const camat = seats.find(({ seat }) => seat.sector === "KECAMATAN");
  const { meeting } = demo;
  const { title, holder } = camat ? seatAt(camat, meeting.startsAt) : { title: "", holder: null };
  if (!holder) return;
  const place = title.replace("Camat ", "");
  addInvitationLetter(rows, demo, {
    number: `005/${meeting.period}1/Kec.${place}/${meeting.year}`,
    place,
    signatoryPrefix: holder.prefix ?? null,
    signatorySeat: title,
    signatoryName: holder.name,
    copies: ["Arsip"],
  });
}

// Letters, their register, and what an office chose for its papers.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { saveEntry, voidLetter } from "@/lib/letters/register-writes";
import { entrySchema, letterSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { issuePaper } from "@/lib/papers/issue";
import type { MeetingWrite, OfficeWrite } from "./table";
import type { World } from "./world";

const words = { version: "0", subject: "Undangan Lokmin", addressees: "Para undangan", urgency: "ORDINARY" };
const letter = (id = randomUUID()) => letterSchema.parse({ ...words, id, number: `${id}/2026` });
const entry = () => entrySchema.parse({ ...words, id: randomUUID(), day: "2026-06-24", number: "445/1/2026" });

const entered = ({ host }: World, id: string) =>
  db.letter.create({
    data: {
      id,
      organisationId: host.id,
      issuer: host.id,
      subject: "Surat",
      addressees: "Camat",
      creator: "x",
      ...{ year: 2026, number: id, numberKey: id },
    },
  });
const letterId = randomUUID();

export const letterWrites: Record<string, MeetingWrite> = {
  "letters/writes saveLetter": {
    call: ({ meetingId }, actor) =>
      saveLetter(actor, { subject: { meetingId }, paperKind: "invitation-letter", input: letter(), issue: true }),
    may: "AHS",
    in: ["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "APPROVED", "POSTPONED", "CANCELLED"],
  },
};

export const paperOfficeWrites: Record<string, OfficeWrite> = {
  "letters/writes saveLetter: of an escalation": {
    call: ({ escalation }, actor) =>
      saveLetter(actor, {
        subject: { escalationId: escalation.id },
        paperKind: "escalation-letter",
        input: letter(),
        issue: true,
      }),
    grid: "+++....++..",
  },
  "letters/register-writes saveEntry": { call: (_, actor) => saveEntry(actor, entry()), grid: "+++.+++++++" },
  "letters/register-writes voidLetter": {
    call: (_, actor) => voidLetter(actor, letterId, { reason: "Salah nomor", version: 0 }),
    prepare: (it) => entered(it, letterId),
    grid: "+++........",
  },
  "papers/issue issuePaper": {
    call: ({ meetingId }, actor) => issuePaper(actor, "daftar-hadir", meetingId, { kosong: "1" }),
    grid: "+++++..++.+",
  },
};

import { z } from "zod";
import { type Actor, isRefusal, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { tickSameEvidence } from "@/lib/evidence/shared-facts";
import { optionalText } from "@/lib/fields";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { preparedStatuses } from "@/lib/meetings/rules";
import { transact } from "@/lib/transact";
import type { ExpectationSide } from "@/prisma/generated/enums";

type Lists = { inputs: readonly string[]; outputs: readonly string[] };

export function expectationRows({ inputs, outputs }: Lists) {
  const rows = (side: ExpectationSide, texts: readonly string[]) =>
    texts.map((text, index) => ({ side, position: index + 1, text }));
  return [...rows("INPUT", inputs), ...rows("OUTPUT", outputs)];
}

export async function replaceExpectations(tx: Db, meetingId: string, lists: Lists): Promise<void> {
  const before = await tx.meetingExpectation.findMany({ where: { meetingId } });
  await tx.meetingExpectation.deleteMany({ where: { meetingId } });
  await tx.meetingExpectation.createMany({
    data: expectationRows(lists).map((row) => {
      const same = before.find((other) => other.side === row.side && other.text === row.text);
      return { ...same, ...row, meetingId };
    }),
  });
}

const tick = z.object({
  side: z.enum(["INPUT", "OUTPUT"]),
  position: z.coerce.number().int().min(1).max(100),
  text: z.string().max(500),
  wasMet: z.string().default(""),
  wasNote: optionalText("catatan", 300),
  isMet: z.string().default(""),
  note: optionalText("catatan", 300),
});

export const ticksSchema = z.object({
  rows: z
    .array(tick)
    .max(100)
    .default([])
    .transform((rows) =>
      rows
        .map(({ wasMet, isMet, ...row }) => ({ ...row, wasMet: wasMet === "1", isMet: isMet === "1" }))
        .filter((row) => row.wasMet !== row.isMet || row.wasNote !== row.note),
    ),
});

export type TicksInput = z.output<typeof ticksSchema>;

const ticksLocked = "Kegiatan ini sudah disahkan atau dibatalkan; daftarnya terkunci. Muat ulang halaman ini.";

const ticking: MeetingChange = {
  name: "tick expectations of",
  statuses: preparedStatuses,
  refusal: ticksLocked,
  whenApproved: ticksLocked,
};

export async function tickExpectations(actor: Actor, meetingId: string, input: TicksInput): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, ticking);
    if (isRefusal(meeting)) return meeting;
    if (input.rows.length === 0) return { ok: true };
    const current = await tx.meetingExpectation.findMany({ where: { meetingId }, take: 100 });
    const isCurrent = (row: TicksInput["rows"][number]) =>
      current.some(({ side, position, text }) => side === row.side && position === row.position && text === row.text);
    if (!input.rows.every(isCurrent))
      return refuse("Daftar masukan dan luaran baru saja diganti orang lain. Muat ulang halaman ini.");
    for (const { side, position, text, isMet, note } of input.rows) {
      await tx.meetingExpectation.update({
        where: { meetingId_side_position: { meetingId, side, position } },
        data: { isMet, note, ...(isMet ? { metBy: actor.name, metAt: new Date() } : { metBy: null, metAt: null }) },
      });
      if (side === "OUTPUT") await tickSameEvidence(tx, meetingId, text, { isMet, note, by: actor.name });
    }
    const textsOf = (isMet: boolean) => input.rows.filter((row) => row.isMet === isMet).map((row) => row.text);
    await recordEvent(tx, by(actor), {
      action: "meeting.expectations-ticked",
      subjectId: meetingId,
      organisationId: meeting.hostId,
      meetingId,
      data: { title: meeting.title, met: textsOf(true), unmet: textsOf(false) },
    });
    return { ok: true };
  });
}

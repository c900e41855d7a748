// A paper list of a whole kecamatan, typed in at once while the meeting is held.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { type PaperRow, paperSchema } from "@/lib/attendance/schema";
import { enterPaper } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { invitationRow } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

async function office(count: number) {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host });
  const invitations = Array.from({ length: count }, (_, index) => ({
    ...invitationRow({ meetingId: meeting.id }).row,
    id: randomUUID(),
    holderName: `Kepala ${index}`,
  }));
  await db.invitation.createMany({ data: invitations });
  const rows = (status: PaperRow["status"], more: object = {}) =>
    paperSchema.parse({ rows: invitations.map(({ id }) => ({ invitationId: id, status, ...more })) }).rows;
  return { actor, meeting, invitations, rows };
}

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

test("400 rows cost as many statements as 2, entered the first time and again", async () => {
  const [small, large] = [await office(2), await office(400)];
  for (const status of ["PRESENT", "SICK"] as const) {
    const few = await statementsOf(() => enterPaper(small.actor, small.meeting.id, small.rows(status)));
    const many = await statementsOf(() => enterPaper(large.actor, large.meeting.id, large.rows(status)));
    expect(many).toBe(few);
  }
  expect(await db.attendance.groupBy({ by: ["status", "version", "source"], _count: true })).toEqual([
    { status: "SICK", version: 1, source: "PAPER", _count: 402 },
  ]);
  expect(await db.event.count({ where: { action: "attendance.marked" } })).toBe(804);
});

test("a list refused at its second row keeps nothing of the first", async () => {
  const { actor, meeting, rows } = await office(2);
  const [first, second] = rows("PRESENT");
  if (!first || !second) throw new Error("Two rows were made");
  const outcome = await enterPaper(actor, meeting.id, [first, { ...second, invitationId: randomUUID() }]);
  expect(outcome).toMatchObject({ ok: false });
  expect(await db.attendance.count()).toBe(0);
});

test("marked the same again a signature stays; marked as represented or sick it goes", async () => {
  const { actor, meeting, invitations, rows } = await office(3);
  await enterPaper(actor, meeting.id, rows("PRESENT"));
  for (const { id } of invitations)
    await db.document.create({
      data: {
        ...{ id: randomUUID(), kind: "SIGNATURE", attendanceId: id, name: "ttd.png", mimeType: "image/png" },
        ...{ size: 1, sha256: "0", uploader: "Petugas" },
      },
    });
  const [same, represented, sick] = rows("PRESENT");
  if (!same || !represented || !sick) throw new Error("Three rows were made");
  await enterPaper(actor, meeting.id, [
    same,
    { ...represented, status: "REPRESENTED", delegateName: "Sri Uji", delegateTitle: "Sekretaris" },
    { ...sick, status: "SICK" },
  ]);
  const signed = await db.document.findMany({ select: { attendanceId: true } });
  expect(signed).toEqual([{ attendanceId: invitations[0]?.id }]);
});

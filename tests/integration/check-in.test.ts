import { randomUUID } from "node:crypto";
// Checking in by the code on the projector, asked as a phone asks it.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
import { NotAllowed } from "@/lib/actor";
import { isCheckInOpen, readCode, showCode } from "@/lib/attendance/check-in";
import { listAttendances } from "@/lib/attendance/reads";
import { markSchema } from "@/lib/attendance/schema";
import { confirm, markInvitee } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { moveMeeting } from "@/lib/meetings/writes";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let lastAddress = 0;
let address = "";
beforeEach(() => {
  lastAddress += 1;
  address = `198.51.100.${lastAddress}`;
});

const get = (code: string) => answerCheckIn({ method: "GET", path: `/h/${code}`, headers: {}, address, body: "" });
const post = (fields: Record<string, string>, headers = {}) =>
  answerCheckIn({ method: "POST", path: "/h", headers, address, body: new URLSearchParams(fields).toString() });
const ticketOf = (body: string) => /name="ticket" value="([^"]+)"/.exec(body)?.[1] ?? "";

async function runningMeeting() {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting("IN_PROGRESS", { host, title: "Lokmin <Uji>" });
  const invitation = await makeInvitation({
    meetingId: meeting.id,
    title: "Kepala Desa Margasari",
    institution: "Desa Margasari",
    holderName: "Rahasia Uji",
  });
  const { code } = await showCode(actor, meeting.id, new Date());
  const page = await get(code);
  return { host, actor, meeting, invitation, code, ticket: ticketOf(page.body), page };
}

test("the code has eight letters nobody confuses, and is read however it is typed", async () => {
  const { code, page } = await runningMeeting();
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  expect(readCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code);
  expect(readCode("O0I1ABCD")).toBe("");
  expect(page.status).toBe(200);
  expect(page.body).toContain("Lokmin &lt;Uji&gt;");
  expect(page.body).toContain("Kepala Desa Margasari, Desa Margasari");
  expect(page.body).not.toContain("Rahasia Uji");
  expect(page.body).not.toContain("<script");
});

test("an invitee, a delegate and a guest check in; each row waits for an officer", async () => {
  const { actor, meeting, invitation, ticket } = await runningMeeting();
  const other = await makeInvitation({
    meetingId: meeting.id,
    title: "Camat",
    institution: "Kecamatan",
    holderName: "Pejabat Uji",
  });
  expect((await post({ ticket, who: "sendiri", invitationId: invitation.id })).status).toBe(201);
  expect(
    (await post({ ticket, who: "wakil", invitationId: other.id, name: "Wakil Uji", title: "Sekcam" })).status,
  ).toBe(201);
  expect((await post({ ticket, who: "tamu", name: "Tamu Uji", title: "Bidan", institution: "Katibung" })).status).toBe(
    201,
  );
  const rows = await listAttendances(actor, meeting.id);
  expect(rows).toMatchObject([
    { status: "PRESENT", name: "Rahasia Uji", source: "CODE", confirmedAt: null },
    {
      status: "REPRESENTED",
      name: "Wakil Uji",
      title: "Sekcam",
      institution: "Kecamatan",
      representedTitle: "Camat",
      confirmedAt: null,
    },
    { status: "PRESENT", name: "Tamu Uji", invitationId: null, confirmedAt: null },
  ]);
  expect(await confirm(actor, meeting.id, rows[0]?.id ?? "")).toEqual({ ok: true });
  expect((await listAttendances(actor, meeting.id))[0]?.confirmedAt).not.toBeNull();
});

test("a guest's form sent twice is one row; two Kader of one name and desa are two", async () => {
  const { ticket, invitation } = await runningMeeting();
  const kader = { ticket, who: "tamu", name: "Siti Aminah", title: "Kader", institution: "Desa Baktirasa" };
  const first = { ...kader, id: randomUUID() };
  const replies = await allEnded([post(first), post(first)]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect((await post({ ...kader, id: randomUUID() })).status).toBe(201);
  expect(await db.attendance.count({ where: { name: "Siti Aminah" } })).toBe(2);
  // The id that an invitee's row will have stays free for it.
  await post({ ...kader, id: invitation.id });
  expect(await db.attendance.count()).toBe(2);
});

test("the same person from ten phones at once stands on the roll once; what an officer marked stays", async () => {
  const { actor, meeting, invitation, ticket } = await runningMeeting();
  const replies = await allEnded(
    Array.from({ length: 10 }, () => post({ ticket, who: "sendiri", invitationId: invitation.id })),
  );
  expect(replies.map((reply) => reply.status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(await db.attendance.count()).toBe(1);
  await markInvitee(actor, meeting.id, markSchema.parse({ invitationId: invitation.id, status: "SICK" }));
  expect((await post({ ticket, who: "sendiri", invitationId: invitation.id })).body).toContain("sudah tercatat");
  expect(await db.attendance.findFirst()).toMatchObject({ status: "SICK" });
});

describe("what is refused", () => {
  test("a code that was shown two minutes ago, a guessed one, one of a meeting that does not run", async () => {
    const { actor, meeting, code } = await runningMeeting();
    vi.useFakeTimers({ now: Date.now() + 150_000, toFake: ["Date"] });
    expect((await get(code)).status).toBe(404);
    vi.useRealTimers();
    expect((await get(`${code.slice(0, 4)}AAAA`)).status).toBe(404);
    expect((await get("%ZZ")).status).toBe(404);
    const { code: fresh } = await showCode(actor, meeting.id, new Date());
    await moveMeeting(actor, meeting.id, "close");
    expect((await get(fresh)).status).toBe(409);
  });

  test("a ticket that is forged, old, or of a closed meeting", async () => {
    const { actor, meeting, invitation, ticket } = await runningMeeting();
    const fields = { who: "sendiri", invitationId: invitation.id };
    expect((await post({ ...fields, ticket: `${ticket.slice(0, -2)}xx` })).status).toBe(409);
    expect((await post({ ...fields, ticket: ticket.replace(/\.\d+\./, ".9999999999999.") })).status).toBe(409);
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ["Date"] });
    expect((await post({ ...fields, ticket })).status).toBe(409);
    vi.useRealTimers();
    await moveMeeting(actor, meeting.id, "close");
    expect((await post({ ...fields, ticket })).status).toBe(409);
    expect(await db.attendance.count()).toBe(0);
  });

  test("an invitation of another meeting, a missing name, another site's form", async () => {
    const { ticket } = await runningMeeting();
    const elsewhere = await runningMeeting();
    await post({ ticket, who: "sendiri", invitationId: elsewhere.invitation.id });
    const missing = await post({ ticket, who: "tamu", name: "", title: "Bidan", institution: "Katibung" });
    expect(missing.status).toBe(422);
    expect(missing.body).toContain("Isi nama Anda");
    expect(missing.body).toContain('value="Bidan"');
    expect(
      (await post({ ticket, who: "tamu", name: "A", title: "B", institution: "C" }, { "sec-fetch-site": "cross-site" }))
        .status,
    ).toBe(403);
    expect(await db.attendance.count()).toBe(0);
  });

  test("a hundred wrong codes from one address are slowed", async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 110; time += 1) statuses.push((await get("ABCD2345")).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test("the code is shown to the organisers' writers only", async () => {
    const { host, meeting } = await runningMeeting();
    for (const nobody of [
      await makeActor("PUSKESMAS_STAFF"),
      await makeActor("PUSKESMAS_READER", { organisationId: host.id }),
      await makeActor("DINKES_ADMIN"),
    ]) {
      await expect(showCode(nobody, meeting.id, new Date())).rejects.toThrow(NotAllowed);
    }
  });
});

test("the window opens an hour before the start and closes an hour after the end", () => {
  const startsAt = new Date("2026-06-24T01:00:00Z");
  const meeting = { status: "IN_PROGRESS" as const, startsAt, endsAt: new Date("2026-06-24T04:00:00Z") };
  const at = (clock: string) => isCheckInOpen(meeting, new Date(`2026-06-24T${clock}:00Z`));
  expect([at("00:00"), at("04:59"), at("05:00")]).toEqual([true, true, true]);
  expect(isCheckInOpen(meeting, new Date("2026-06-23T23:59:00Z"))).toBe(false);
  expect(at("05:01")).toBe(false);
  expect(isCheckInOpen({ ...meeting, status: "SCHEDULED" }, startsAt)).toBe(false);
});

// The page of a personal link, asked as a browser asks it.

import { describe, expect, test } from "vitest";
import { answerInvitee } from "@/app/u/[token]/invitee";
import { db } from "@/lib/db";
import type { PlainReply } from "@/lib/http/plain-http";
import { take } from "@/lib/http/rate-limits";
import { listInvitations } from "@/lib/invitations/reads";
import { newToken } from "@/lib/secrets";
import type { MeetingStatus } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { listSentences } from "@/tests/factories/events";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

let lastAddress = 0;
/** Each test asks from an address of its own, so that the limits of one do not reach the next. */
function newAddress(): string {
  lastAddress += 1;
  return `192.0.2.${lastAddress}`;
}

async function invited(status: MeetingStatus = "SCHEDULED", options: Partial<Parameters<typeof makeMeeting>[1]> = {}) {
  const host = await makePuskesmas({ name: "UPT Puskesmas Malangke", areaCode: "73.22.01", timeZone: "Asia/Makassar" });
  const meeting = await makeMeeting(status, { host, ...options });
  const invitation = await makeInvitation({
    meetingId: meeting.id,
    title: "Camat",
    institution: "Kecamatan Malangke",
    holderPrefix: "PLT",
    holderName: "Sulastri, S.Tr.Keb., SKM, MKM",
  });
  return { host, meeting, invitation };
}

function get(token: string, from = newAddress()): Promise<PlainReply> {
  return answerInvitee({ method: "GET", path: `/u/${token}`, headers: {}, address: from, body: "" });
}

function post(
  token: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<PlainReply> {
  const body = new URLSearchParams(fields).toString();
  return answerInvitee({ method: "POST", path: `/u/${token}`, headers, address: newAddress(), body });
}

describe("reading", () => {
  test("folds the choices once answered, and says whom to call by a tap", async () => {
    const { invitation } = await invited("SCHEDULED", {
      startsAt: new Date("2031-06-24T01:00:00Z"),
      contactName: "Rahma",
      contactPhone: "6284000000123",
    });
    const unanswered = await get(invitation.token);
    expect(unanswered.body).toContain("<h2>Apakah Anda hadir?</h2>");
    expect(unanswered.body).toContain('Hubungi Rahma: <a class="call" href="tel:+6284000000123">0840-0000-0123</a>');
    await post(invitation.token, { choice: "PRESENT" });
    expect((await get(invitation.token)).body).toContain('<details class="again"><summary>Ubah jawaban</summary>');
    const unfinished = await post(invitation.token, { choice: "ABSENT" });
    expect(unfinished.body).toContain('<details class="again" open>');
  });

  test("shows who invites, whom, when with its zone, and where; nothing can run or be framed", async () => {
    const { invitation } = await invited("SCHEDULED", {
      startsAt: new Date("2031-06-24T01:00:00Z"),
      agenda: [{ topic: "Evaluasi RTL lalu", minutes: 25 }],
    });
    const reply = await get(invitation.token);
    expect(reply.status).toBe(200);
    expect(reply.body).toContain("UPT Puskesmas Malangke");
    expect(reply.body).toContain("Sulastri, S.Tr.Keb., SKM, MKM, Plt. Camat");
    expect(reply.body).toContain("Selasa, 24 Juni 2031");
    expect(reply.body).toContain("09.00 WITA s.d. selesai");
    expect(reply.body).toContain("Evaluasi RTL lalu");
    expect(reply.body).not.toContain("<script");
    expect(reply.headers["Content-Security-Policy"]).toContain("default-src 'none'");
    expect(reply.headers["Referrer-Policy"]).toBe("no-referrer");
    expect(reply.headers["Cache-Control"]).toBe("no-store");
    expect(Buffer.byteLength(reply.body)).toBeLessThan(14_000);
  });

  test("the title, which a chat shows to everybody, names nobody", async () => {
    const { invitation } = await invited();
    const title = /<title>(.*?)<\/title>/.exec((await get(invitation.token)).body)?.[1];
    expect(title).toBe("Undangan Lokmin Triwulanan");
  });

  test("reading changes nothing, however often a preview or a scanner follows the link", async () => {
    const { invitation } = await invited();
    for (let time = 0; time < 5; time += 1) await get(invitation.token);
    expect(await db.answer.count()).toBe(0);
    expect(await db.event.count()).toBe(0);
    expect((await db.invitation.findUniqueOrThrow({ where: { id: invitation.id } })).handedOutAt).toBeNull();
  });

  test("names, places and reasons stay inert text", async () => {
    const { meeting } = await invited("SCHEDULED", { place: `<script>alert(1)</script> "Ba'u"`, title: "A & B <b>" });
    const evil = await makeInvitation({
      meetingId: meeting.id,
      holderName: "<script>alert(1)</script>",
      title: "Kepala Desa Sawang Ba'u",
      institution: "Tiro/Truseb",
    });
    const { body } = await get(evil.token);
    expect(body).not.toContain("<script");
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(body).toContain("Ba&#39;u");
  });

  test("shows what the seat promised before and has not finished, and no other seat's", async () => {
    const host = await makePuskesmas();
    const seat = await makeSeat({ organisationId: host.id, title: "Kepala Desa Margasari" });
    const other = await makeSeat({ organisationId: host.id, title: "Camat" });
    const before = await makeMeeting("CLOSED", { host, startsAt: new Date("2026-02-10T02:00:00Z") });
    await makeActionItem({
      meetingId: before.id,
      activity: "Sweeping imunisasi",
      responsibleSeatId: seat.id,
      percent: 40,
    });
    await makeActionItem({
      meetingId: before.id,
      activity: "Sudah beres",
      responsibleSeatId: seat.id,
      status: "DONE",
      percent: 100,
    });
    await makeActionItem({ meetingId: before.id, activity: "Janji camat", responsibleSeatId: other.id });
    const meeting = await makeMeeting("SCHEDULED", { host });
    const { token } = await makeInvitation({ meetingId: meeting.id, seatId: seat.id });
    const { body } = await get(token);
    expect(body).toContain("Sweeping imunisasi");
    expect(body).toContain("40 %");
    expect(body).not.toContain("Sudah beres");
    expect(body).not.toContain("Janji camat");
  });
});

describe("answering", () => {
  test("hadir is one tap, shows at once to the puskesmas, and can be changed", async () => {
    const { host, meeting, invitation } = await invited();
    const reply = await post(invitation.token, { choice: "PRESENT" }, { "sec-fetch-site": "same-origin" });
    expect(reply.status).toBe(303);
    expect(reply.headers.Location).toBe(`/u/${invitation.token}?terkirim`);
    const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
    expect((await listInvitations(staff, meeting.id))[0]?.answer).toMatchObject({
      choice: "PRESENT",
      recordedBy: null,
    });
    await post(invitation.token, { choice: "ABSENT", reason: "Dipanggil Bupati" });
    expect(await db.answer.findMany()).toMatchObject([{ choice: "ABSENT", reason: "Dipanggil Bupati" }]);
    expect((await listSentences()).map(({ says }) => says)).toEqual([
      "menjawab undangan: Hadir",
      "menjawab undangan: Tidak hadir",
    ]);
  });

  test("diwakili needs the delegate's name, post and institution; what was typed stays", async () => {
    const { invitation } = await invited();
    const reply = await post(invitation.token, {
      choice: "REPRESENTED",
      delegateName: "Andi <Uji>",
      delegateTitle: "",
      delegateInstitution: " ",
    });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain("Isi jabatan wakil");
    expect(reply.body).toContain("Isi instansi wakil");
    expect(reply.body).toContain('value="Andi &lt;Uji&gt;"');
    expect(reply.body).toContain("<details open>");
    expect(await db.answer.count()).toBe(0);
    await post(invitation.token, {
      choice: "REPRESENTED",
      delegateName: "Andi Uji",
      delegateTitle: "KTU RSUD",
      delegateInstitution: "RSUD Andi Djemma",
    });
    expect(await db.answer.findMany()).toMatchObject([
      {
        choice: "REPRESENTED",
        delegateName: "Andi Uji",
        delegateTitle: "KTU RSUD",
        delegateInstitution: "RSUD Andi Djemma",
      },
    ]);
    expect((await get(invitation.token)).body).toContain("Andi Uji, KTU RSUD, RSUD Andi Djemma");
  });

  test("the same answer twice at once is one answer and one event", async () => {
    const { invitation } = await invited();
    await allEnded(Array.from({ length: 8 }, () => post(invitation.token, { choice: "PRESENT" })));
    expect(await db.answer.count()).toBe(1);
    expect(await db.event.count()).toBe(1);
  });

  test.each(["", "MUNGKIN", "hadir"])("an answer that is none (%j) is asked again", async (choice) => {
    const { invitation } = await invited();
    const reply = await post(invitation.token, { choice });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain("Pilih jawaban");
  });

  test.each(["IN_PROGRESS", "CLOSED", "CANCELLED", "POSTPONED"] as const)(
    "a meeting that is %s takes no answers and says so politely",
    async (status) => {
      const { invitation } = await invited(status);
      const page = await get(invitation.token);
      expect(page.status).toBe(200);
      expect(page.body).not.toContain("<form");
      expect(page.body).toMatch(/sudah ditutup|dibatalkan|ditunda/);
      expect((await post(invitation.token, { choice: "PRESENT" })).status).toBe(409);
      expect(await db.answer.count()).toBe(0);
    },
  );

  test("after the hour has come the answer is closed, even when nobody pressed start", async () => {
    const { invitation } = await invited("SCHEDULED", { startsAt: new Date(Date.now() - 60_000) });
    expect((await get(invitation.token)).body).toContain("sudah ditutup");
    expect((await post(invitation.token, { choice: "PRESENT" })).status).toBe(409);
  });

  test.each<Record<string, string>>([
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://jahat.example", host: "lokmin.test" },
  ])("another site's form is refused (%o)", async (headers) => {
    const { invitation } = await invited();
    expect((await post(invitation.token, { choice: "PRESENT" }, headers)).status).toBe(403);
    expect(await db.answer.count()).toBe(0);
  });

  test("one link cannot be used to write without end", async () => {
    const { invitation } = await invited();
    const statuses: number[] = [];
    for (let time = 0; time < 22; time += 1)
      statuses.push((await post(invitation.token, { choice: "PRESENT" })).status);
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});

describe("guessing", () => {
  test("a wrong, a withdrawn and a draft's link look the same", async () => {
    const { invitation: ofDraft } = await invited("DRAFT");
    const { invitation: gone } = await invited();
    await db.invitation.delete({ where: { id: gone.id } });
    const replies = await allEnded([
      get(newToken()),
      get(gone.token),
      get(ofDraft.token),
      get("../../etc/passwd"),
      get("x".repeat(5000)),
    ]);
    for (const reply of replies) {
      expect(reply.status).toBe(404);
      expect(reply.body).toBe(replies[0]?.body);
    }
  });

  test("a hundred tries from one address are slowed, and a good link from elsewhere is not", async () => {
    const { invitation } = await invited();
    const from = newAddress();
    const statuses: number[] = [];
    for (let time = 0; time < 100; time += 1) statuses.push((await get(newToken(), from)).status);
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(20);
    expect(statuses.at(-1)).toBe(429);
    expect((await get(invitation.token)).status).toBe(200);
  });

  test("no page shows another invitee's phone, answer or name", async () => {
    const { meeting, invitation } = await invited();
    const other = await makeInvitation({ meetingId: meeting.id, holderName: "Rahasia Sekali" });
    await post(other.token, { choice: "ABSENT", reason: "Sakit gigi" });
    const { body } = await get(invitation.token);
    expect(body).not.toContain("Rahasia");
    expect(body).not.toContain("Sakit gigi");
    expect(body).not.toContain("62840");
  });
});

test("of the many answers that come from one address of a mobile network, only those that fail are counted", async () => {
  const address = newAddress();
  for (let count = 0; count < 598; count += 1) await take("answerAddress", address);
  const { meeting } = await invited();
  const send = async (choice: string) => {
    const { token } = await makeInvitation({ meetingId: meeting.id });
    const body = new URLSearchParams({ choice }).toString();
    return (await answerInvitee({ method: "POST", path: `/u/${token}`, headers: {}, address, body })).status;
  };
  for (let count = 0; count < 5; count += 1) expect(await send("PRESENT")).toBe(303);
  expect(await send("MAYBE")).toBe(422);
  expect(await send("MAYBE")).toBe(422);
  expect(await send("PRESENT")).toBe(429);
});

// Lists by which staff pass messages on: who is on them, what is written, what is marked.
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { countMeeting, findMeeting } from "@/lib/meetings/reads";
import { meetingSchema } from "@/lib/meetings/schema";
import { editMeeting, moveMeeting } from "@/lib/meetings/writes";
import { defaultTexts } from "@/lib/messages/defaults";
import type { MeetingMessage } from "@/lib/messages/rules";
import { findSendList } from "@/lib/messages/send-list";
import { dropTemplate, findTemplates, saveTemplate } from "@/lib/messages/templates";
import { markOpened } from "@/lib/messages/writes";
import { clockOf, dayOf } from "@/lib/time";
import type { MeetingStatus, Role } from "@/prisma/generated/client";
import { makeAnswer, makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { listSentences } from "../factories/events";

async function office(status: MeetingStatus = "SCHEDULED") {
  const host = await makePuskesmas({ name: "Puskesmas Sragi" });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, { host, sequence: 1, startsAt: new Date(Date.now() + 10 * 86_400_000) });
  return { host, actor, meeting };
}

async function listOf(actor: Actor, meetingId: string, kind: MeetingMessage, now = new Date()) {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting) throw new Error("no meeting");
  return findSendList(actor, meeting, kind, now);
}

async function open(actor: Actor, meetingId: string, invitationId: string, kind: MeetingMessage = "INVITATION") {
  const { sequence } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  return markOpened(actor, { meetingId, invitationId, kind, shownSequence: sequence });
}

async function movePlace(actor: Actor, meetingId: string, place: string) {
  const { version, ...meeting } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const input = meetingSchema.parse({
    id: meetingId,
    kind: meeting.kind,
    title: meeting.title,
    date: dayOf(meeting.startsAt, meeting.timeZone),
    startTime: clockOf(meeting.startsAt, meeting.timeZone),
    place,
  });
  const outcome = await editMeeting(actor, { ...input, version });
  if (!outcome.ok) throw new Error(outcome.reason);
}

describe("the list of invitations", () => {
  test("goes on in protocol order, counts what was opened, and skips who has answered already", async () => {
    const { actor, meeting } = await office();
    const camat = await makeInvitation({ meetingId: meeting.id, title: "Camat", protocolOrder: 10 });
    const danramil = await makeInvitation({ meetingId: meeting.id, title: "Danramil", protocolOrder: 30 });
    const kades = await makeInvitation({ meetingId: meeting.id, title: "Kepala Desa", protocolOrder: 50 });
    await makeAnswer({ invitationId: danramil.id });
    const before = await listOf(actor, meeting.id, "INVITATION");
    expect([before.done, before.rows.length, before.nextId]).toEqual([1, 3, camat.id]);
    expect(before.waiting.INVITATION).toBe(2);
    expect((await countMeeting(actor, meeting.id)).handedOut).toBe(1);
    await open(actor, meeting.id, camat.id);
    const after = await listOf(actor, meeting.id, "INVITATION");
    expect([after.done, after.nextId]).toEqual([2, kades.id]);
    expect(await listSentences()).toMatchObject([
      { says: expect.stringMatching(/^mengirim pesan undangan kepada: Camat/) },
    ]);
    await open(actor, meeting.id, kades.id);
    expect((await listOf(actor, meeting.id, "INVITATION")).nextId).toBeNull();
  });

  test("a mobile number gets a chat with the message typed in; a landline and none do not", async () => {
    const { actor, meeting } = await office();
    const one = await makeInvitation({ meetingId: meeting.id, phone: "6284000000001", protocolOrder: 1 });
    await makeInvitation({ meetingId: meeting.id, phone: "62721123456", protocolOrder: 2 });
    await makeInvitation({ meetingId: meeting.id, phone: null, protocolOrder: 3 });
    const { rows } = await listOf(actor, meeting.id, "INVITATION");
    const chat = new URL(rows[0]?.whatsapp ?? "");
    expect(chat.pathname).toBe("/6284000000001");
    expect(chat.searchParams.get("text")?.endsWith(`\nhttp://lokmin.test/u/${one.token}`)).toBe(true);
    expect(rows.slice(1).map((row) => [row.whatsapp, row.message.ok])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  test("a row whose name is missing is blocked alone", async () => {
    const { actor, meeting } = await office();
    await saveTemplate(actor, "INVITATION", "Kepada {nama}, datanglah.\n{tautan}");
    await makeInvitation({ meetingId: meeting.id, holderName: null, protocolOrder: 1 });
    const named = await makeInvitation({ meetingId: meeting.id, holderName: "Sulastri", protocolOrder: 2 });
    const { rows, nextId } = await listOf(actor, meeting.id, "INVITATION");
    expect(rows[0]).toMatchObject({ whatsapp: null, message: { ok: false } });
    expect(rows[1]?.message).toMatchObject({ ok: true, text: expect.stringContaining("Kepada Sulastri") });
    expect(nextId).toBe(named.id);
  });

  test("names nobody else and no reason", async () => {
    const { actor, meeting } = await office();
    const one = await makeInvitation({ meetingId: meeting.id, holderName: "Orang Satu", handedOutAt: new Date() });
    await makeInvitation({ meetingId: meeting.id, holderName: "Orang Dua" });
    await makeAnswer({ invitationId: one.id, choice: "ABSENT", reason: "Sakit jantung" });
    await movePlace(actor, meeting.id, "Balai desa");
    for (const kind of ["INVITATION", "CHANGE"] as const) {
      const { rows } = await listOf(actor, meeting.id, kind);
      const mine = rows.find((row) => row.invitation.id === one.id)?.message;
      const text = mine?.ok ? mine.text : "";
      expect(text).toContain("Orang Satu");
      expect(text).not.toContain("Orang Dua");
      expect(text).not.toContain("jantung");
    }
  });

  test.each(["DRAFT", "CLOSED", "POSTPONED", "CANCELLED"] as const)("of %s nothing is sent", async (status) => {
    const { actor, meeting } = await office(status);
    const invitation = await makeInvitation({ meetingId: meeting.id });
    expect((await listOf(actor, meeting.id, "INVITATION")).rows).toEqual([]);
    expect(await open(actor, meeting.id, invitation.id)).toMatchObject({ ok: false });
    expect((await db.invitation.findUniqueOrThrow({ where: { id: invitation.id } })).handedOutAt).toBeNull();
  });
});

describe("the list of the silent", () => {
  test("holds who was told and has not answered; reminded today is done, tomorrow it comes again", async () => {
    const { actor, meeting } = await office();
    const silent = await makeInvitation({ meetingId: meeting.id, handedOutAt: new Date(), toldSequence: 1 });
    const answered = await makeInvitation({ meetingId: meeting.id, handedOutAt: new Date(), toldSequence: 1 });
    await makeAnswer({ invitationId: answered.id });
    await makeInvitation({ meetingId: meeting.id });
    const before = await listOf(actor, meeting.id, "REMINDER");
    expect(before.rows.map((row) => row.invitation.id)).toEqual([silent.id]);
    expect(before.waiting).toEqual({ INVITATION: 1, REMINDER: 1, CHANGE: 0 });
    await open(actor, meeting.id, silent.id, "REMINDER");
    const after = await listOf(actor, meeting.id, "REMINDER");
    expect([after.done, after.nextId, after.waiting.REMINDER]).toEqual([1, null, 0]);
    expect(after.rows[0]?.invitation.remindedAt).not.toBeNull();
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect((await listOf(actor, meeting.id, "REMINDER", tomorrow)).nextId).toBe(silent.id);
  });
});

describe("the list of a change", () => {
  test("holds who was told of the old place, says both, and whether the answer stands", async () => {
    const { actor, meeting } = await office();
    const told = await makeInvitation({ meetingId: meeting.id, protocolOrder: 1 });
    await makeInvitation({ meetingId: meeting.id, protocolOrder: 2 });
    await open(actor, meeting.id, told.id);
    await makeAnswer({ invitationId: told.id, sequence: 1 });
    expect((await listOf(actor, meeting.id, "CHANGE")).rows).toEqual([]);
    await movePlace(actor, meeting.id, "Balai desa");
    await movePlace(actor, meeting.id, "Pendopo");
    const { rows, nextId } = await listOf(actor, meeting.id, "CHANGE");
    expect([rows.length, nextId]).toEqual([1, told.id]);
    const text = rows[0]?.message.ok ? rows[0].message.text : "";
    expect(text).toContain("Tempat semula Aula kecamatan\nmenjadi *Pendopo*");
    expect(text).toContain("Jawaban Anda (hadir) diberikan sebelum perubahan ini");
    await open(actor, meeting.id, told.id, "CHANGE");
    const after = await listOf(actor, meeting.id, "CHANGE");
    expect([after.done, after.nextId]).toEqual([1, null]);
    expect(after.rows[0]?.message).toMatchObject({ ok: true });
  });

  test("holds who answered without having been written to, unless the answer came after the change", async () => {
    const { actor, meeting } = await office();
    const before = await makeInvitation({ meetingId: meeting.id, protocolOrder: 10 });
    const after = await makeInvitation({ meetingId: meeting.id, protocolOrder: 20 });
    await makeInvitation({ meetingId: meeting.id, protocolOrder: 30 });
    await makeAnswer({ invitationId: before.id, sequence: 1 });
    await movePlace(actor, meeting.id, "Balai desa");
    await makeAnswer({ invitationId: after.id, sequence: 2 });
    const { rows, waiting } = await listOf(actor, meeting.id, "CHANGE");
    expect(rows.map(({ invitation, isDone }) => [invitation.id, isDone])).toEqual([
      [before.id, false],
      [after.id, true],
    ]);
    expect(waiting.CHANGE).toBe(1);
  });

  test("a message shown before the change does not count as having told of it", async () => {
    const { actor, meeting } = await office();
    const invitation = await makeInvitation({ meetingId: meeting.id });
    await movePlace(actor, meeting.id, "Balai desa");
    await markOpened(actor, {
      meetingId: meeting.id,
      invitationId: invitation.id,
      kind: "INVITATION",
      shownSequence: meeting.sequence,
    });
    expect((await listOf(actor, meeting.id, "CHANGE")).nextId).toBe(invitation.id);
  });

  test("postponed, set again at the old hour, cancelled: each is news to those who were told", async () => {
    const { actor, meeting } = await office();
    const invitation = await makeInvitation({ meetingId: meeting.id });
    await open(actor, meeting.id, invitation.id);
    const textNow = async () => {
      const { rows, nextId } = await listOf(actor, meeting.id, "CHANGE");
      expect(nextId).toBe(invitation.id);
      const text = rows[0]?.message.ok ? rows[0].message.text : "";
      await open(actor, meeting.id, invitation.id, "CHANGE");
      expect((await listOf(actor, meeting.id, "CHANGE")).nextId).toBeNull();
      return text;
    };
    await moveMeeting(actor, meeting.id, "postpone", "banjir");
    expect(await textNow()).toContain("*ditunda*. Alasan: banjir");
    await moveMeeting(actor, meeting.id, "schedule");
    expect(await textNow()).toContain("Jadi diadakan pada");
    await moveMeeting(actor, meeting.id, "cancel", "camat berhalangan");
    expect(await textNow()).toContain("*dibatalkan*. Alasan: camat berhalangan");
  });
});

describe("a puskesmas's own words", () => {
  test("replace the default, leave one event, and can be dropped", async () => {
    const { actor } = await office();
    await saveTemplate(actor, "REMINDER", "Ingat {kegiatan}\n{tautan}");
    await saveTemplate(actor, "REMINDER", "Ingat {kegiatan}\n{tautan}");
    expect((await findTemplates(actor)).REMINDER.text).toBe("Ingat {kegiatan}\n{tautan}");
    expect((await findTemplates(actor)).INVITATION).toEqual({ text: defaultTexts.INVITATION, savedAt: null });
    expect(await db.event.count()).toBe(1);
    await dropTemplate(actor, "REMINDER");
    expect((await findTemplates(actor)).REMINDER.text).toBe(defaultTexts.REMINDER);
    const stranger = await makeActor("PUSKESMAS_ADMIN");
    expect((await findTemplates(stranger)).REMINDER.text).toBe(defaultTexts.REMINDER);
  });

  test.each<[Role, boolean]>([
    ["PUSKESMAS_ADMIN", true],
    ["PUSKESMAS_HEAD", true],
    ["PUSKESMAS_STAFF", true],
    ["PUSKESMAS_READER", false],
    ["DINKES_ADMIN", false],
    ["DINKES_REVIEWER", false],
  ])("%s may write them: %s", async (role, may) => {
    const actor = await makeActor(role);
    for (const write of [() => saveTemplate(actor, "CHANGE", "x {tautan}"), () => dropTemplate(actor, "CHANGE")]) {
      if (may) expect(await write()).toEqual({ ok: true });
      else await expect(write()).rejects.toThrow(NotAllowed);
    }
  });
});

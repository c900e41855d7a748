// Values no page of ours sends: ids of elsewhere, ids that are none, words bound to an action and changed on the way.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answerCheckIn } from "@/app/h/[[...kode]]/check-in";
import { NotAllowed } from "@/lib/actor";
import { checkIn, newTicket, showCode } from "@/lib/attendance/check-in";
import { markSchema } from "@/lib/attendance/schema";
import { syncOperations } from "@/lib/attendance/sync";
import { markInvitee } from "@/lib/attendance/writes";
import { renewFeed } from "@/lib/calendar/writes";
import { db } from "@/lib/db";
import { directoryImport } from "@/lib/directory/import";
import { readRows } from "@/lib/directory/import-rows";
import { withdrawInvitation } from "@/lib/invitations/withdraw";
import { recordAnswer } from "@/lib/invitations/writes";
import { findMeeting } from "@/lib/meetings/reads";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting, moveMeeting } from "@/lib/meetings/writes";
import { defaultTexts } from "@/lib/messages/defaults";
import { composeExample } from "@/lib/messages/example";
import { openedSchema } from "@/lib/messages/schema";
import { workingAreaSchema } from "@/lib/organisations/schema";
import { deleteActionItem } from "@/lib/plan/writes";
import { dayOf } from "@/lib/time";
import { spendLink } from "@/lib/users/links";
import { verifySignIn } from "@/lib/users/sign-in";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor } from "@/tests/factories/users";

/** A value as it comes back from the browser, whatever its type says. */
const bound = (value: unknown) => value as string;

async function office(status: Parameters<typeof makeMeeting>[0] = "IN_PROGRESS") {
  const host = await makePuskesmas();
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const meeting = await makeMeeting(status, { host });
  const invitation = await makeInvitation({ meetingId: meeting.id, title: "Camat", institution: "Kecamatan Uji" });
  return { host, actor, meeting, invitation };
}

test("what may not be done answers like what is not there", async () => {
  const { actor } = await office();
  const error = await moveMeeting(actor, randomUUID(), "close").catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NotAllowed);
  expect(error.digest).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
});

describe("bound to an action and changed on the way", () => {
  test.each([["x"], [["x"]], [{ not: "x" }], [null], [5]])("an id that is none: %j", async (value) => {
    const { actor, meeting } = await office();
    const id = bound(value);
    expect(await findMeeting(actor, id)).toBeNull();
    expect(await findMeeting(actor, bound([meeting.id]))).toBeNull();
    await expect(moveMeeting(actor, id, "close")).rejects.toThrow(NotAllowed);
    expect(await withdrawInvitation(actor, meeting.id, id)).toEqual({ ok: true });
    expect(await recordAnswer(actor, meeting.id, id, { choice: "PRESENT" })).toMatchObject({ ok: false });
    expect(await deleteActionItem(actor, meeting.id, id)).toEqual({ ok: true });
    expect(await spendLink(id, "kata sandi baru")).toMatchObject({ ok: false });
    expect(await db.invitation.count({ where: { meetingId: meeting.id } })).toBe(1);
  });

  test("a step, an owner of a calendar, a message that do not exist", async () => {
    const { actor, meeting, invitation } = await office();
    for (const step of ["toString", "__proto__", ["close"]])
      await expect(moveMeeting(actor, meeting.id, step as "close")).rejects.toThrow(NotAllowed);
    await expect(renewFeed(await inSession(actor), "semua" as "saya")).rejects.toThrow(NotAllowed);
    const opened = { meetingId: meeting.id, invitationId: invitation.id, kind: "INVITATION", shownSequence: 0 };
    expect(openedSchema.safeParse(opened).success).toBe(true);
    for (const change of [{ kind: "toString" }, { shownSequence: 1e12 }, { invitationId: { not: "x" } }])
      expect(openedSchema.safeParse({ ...opened, ...change }).success).toBe(false);
  });

  test("a reader reads no invitee's link out of an example", async () => {
    const { host, invitation } = await office("SCHEDULED");
    const reader = await makeActor("PUSKESMAS_READER", { organisationId: host.id });
    await expect(composeExample(reader, "INVITATION", defaultTexts.INVITATION, invitation.id)).rejects.toThrow(
      NotAllowed,
    );
  });
});

test("an invitee checked in by an id in capitals stands once, and can still be marked", async () => {
  const { actor, meeting, invitation } = await office();
  await showCode(actor, meeting.id, new Date());
  const ticket = newTicket(meeting.id, new Date());
  const body = new URLSearchParams({ ticket, who: "sendiri", invitationId: invitation.id.toUpperCase() }).toString();
  const reply = await answerCheckIn({ method: "POST", path: "/h", headers: {}, address: "203.0.113.9", body });
  expect(reply.status).toBe(201);
  const mark = markSchema.parse({ invitationId: invitation.id, status: "PRESENT" });
  expect(await markInvitee(actor, meeting.id, mark)).toEqual({ ok: true });
  expect(await db.attendance.count({ where: { meetingId: meeting.id } })).toBe(1);
});

test("who has the code cannot fill the roll with strangers", async () => {
  const { meeting, invitation } = await office();
  await db.attendance.createMany({
    data: Array.from({ length: 300 }, (_, number) => ({
      id: randomUUID(),
      meetingId: meeting.id,
      status: "PRESENT" as const,
      name: `Tamu ${number}`,
      title: "Warga",
      institution: "Desa",
      source: "CODE" as const,
    })),
  });
  const guest = { kind: "guest", id: randomUUID(), name: "Satu lagi", title: "Warga", institution: "Desa" } as const;
  expect(await checkIn(meeting.id, guest)).toBe("full");
  expect(await checkIn(meeting.id, { kind: "invitee", invitationId: invitation.id })).toBe("made");
});

test("an operation whose nonce is no text is refused like any other", async () => {
  const { actor, meeting } = await office();
  const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  const results = await syncOperations(actor, meeting.id, [{ nonce: deep }, { nonce: { toString: 1 } }]);
  expect(results).toMatchObject([
    { nonce: "", state: "refused" },
    { nonce: "", state: "refused" },
  ]);
});

test("the title of another puskesmas's draft is told to nobody", async () => {
  const kabupaten = await makeKabupaten();
  const [mine, other] = [
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Seberang" }),
  ];
  const draft = await makeMeeting("DRAFT", { host: other, title: "Rencana rahasia" });
  const actor = await makeActor("PUSKESMAS_STAFF", { organisationId: mine.id });
  const input = meetingSchema.parse({
    id: randomUUID(),
    kind: draft.kind,
    date: dayOf(draft.startsAt, draft.timeZone),
    startTime: "09:00",
    place: "Aula",
    organiserIds: [other.id],
  });
  const outcome = await draftMeeting(actor, input);
  // The neighbour's period is not taken before it agrees, so nothing is asked and nothing told.
  expect(outcome).toEqual({ ok: true, id: input.id });
});

test("zero bytes and halves of characters are no reason to fail", async () => {
  expect(await verifySignIn("a\0@lokmin.example", "x")).toBeNull();
  expect(workingAreaSchema.safeParse({ villageCodes: ["18.01\0"] }).success).toBe(false);
  const { actor } = await office();
  const lines = ["Jabatan;Instansi;Nama pejabat", `Ju\0ru;${"😀".repeat(160)};Uji`, `x${"😀".repeat(149)};Kantor;Uji`];
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines.join("\r\n"), "utf16le")]);
  const id = randomUUID();
  expect(await directoryImport.draft(actor, { id, name: "mitra.csv", bytes })).toEqual({ ok: true, id });
  const rows = await readRows([{ row: 1, cells: { title: `x${"😀".repeat(200)}` }, errors: {} }], () => {});
  expect(() => encodeURIComponent(rows[0]?.label ?? "")).not.toThrow();
});

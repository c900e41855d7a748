import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findAgreedPlan, findApprovals } from "@/lib/approvals/reads";
import { submitMeeting } from "@/lib/approvals/submit";
import { approveMeeting, reopenApproval } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { listEvents } from "@/lib/events/reads";
import { missingOf } from "@/lib/evidence/judge";
import { findChecklist } from "@/lib/evidence/reads";
import { hideEvidenceRule, tickEvidence } from "@/lib/evidence/writes";
import { findMeeting } from "@/lib/meetings/reads";
import { moveMeeting } from "@/lib/meetings/writes";
import { dayToDate } from "@/lib/time";
import { makeActionItem, makeReview } from "@/tests/factories/action-items";
import { makeEvidence } from "@/tests/factories/evidence";
import { type MeetingOptions, makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function office(options: Partial<MeetingOptions> = {}) {
  const host = await makePuskesmas();
  const kepala = await makeActor("PUSKESMAS_HEAD", {
    organisationId: host.id,
    name: "dr. Ratih Palupi",
    position: "Kepala UPTD",
  });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: host.parentId ?? "" });
  const meeting = await makeMeeting("CLOSED", { host, ...options });
  return { host, kepala, staff, dinkes, meeting };
}

describe("scenario 21: approval", () => {
  test("lists what is missing against EP 1.6.2 a and b, one by one, and lets nothing through", async () => {
    const { kepala, meeting } = await office();
    const missing = missingOf(await findChecklist(kepala, meeting.id));
    expect(missing.map(({ ep, key, room }) => [ep, key, room?.path])).toEqual([
      ["1.6.2 a", "undangan", "/undangan"],
      ["1.6.2 a, 2.8.2 b", "daftar-hadir", "/kehadiran"],
      ["1.6.2 a, 2.8.2 b", "notulen", "/notulen"],
      ["1.6.2 a, 2.8.2 b", "foto", "/foto"],
      ["1.6.2 b", "permasalahan", "/notulen"],
      ["1.6.2 b", "hambatan", "/notulen"],
      ["1.6.2 b", "rekomendasi", "/notulen"],
      ["1.6.2 c", "rtl", "/rtl"],
    ]);
    await makeEvidence(meeting, ["foto", "hambatan"]);
    const outcome = await approveMeeting(kepala, meeting.id, randomUUID());
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? "" : outcome.reason).toBe(
      "Belum dapat disahkan. Lengkapi dulu: Foto kegiatan, paling sedikit satu (belum ada foto); Notulen memuat hambatan (belum ada hambatan).",
    );
    expect(await db.approval.count()).toBe(0);
  });

  test("locks with all present; who, when, post and the checklist as it stood are kept", async () => {
    const { kepala, dinkes, meeting } = await office();
    await makeEvidence(meeting);
    expect(await approveMeeting(kepala, meeting.id, randomUUID())).toEqual({ ok: true, number: 1 });
    expect(await moveMeeting(kepala, meeting.id, "reopen", "salah tulis")).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/sudah disahkan.*Pengesahan/),
    });
    // What is deleted behind its back changes nothing of what was approved.
    await db.document.deleteMany();
    const { approvals } = await findApprovals(dinkes, meeting.id);
    expect(approvals).toMatchObject([{ number: 1, approver: "dr. Ratih Palupi", position: "Kepala UPTD" }]);
    expect(approvals[0]?.checklist.find(({ text }) => text.startsWith("Foto"))).toEqual({
      ep: "1.6.2 a, 2.8.2 b",
      text: "Foto kegiatan, paling sedikit satu",
      isMet: true,
      isRequired: true,
      says: "1 foto",
    });
  });

  test("needs a closed meeting", async () => {
    const host = await makePuskesmas();
    const kepala = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id });
    const meeting = await makeMeeting("IN_PROGRESS", { host });
    await makeEvidence(meeting);
    expect(await approveMeeting(kepala, meeting.id, randomUUID())).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^Tutup kegiatan dulu/),
    });
  });

  test("of two kepala at once one approves; the same form sent twice is one", async () => {
    const { host, kepala, meeting } = await office();
    await makeEvidence(meeting);
    const second = await makeActor("PUSKESMAS_HEAD", { organisationId: host.id });
    const outcomes = await allEnded([
      approveMeeting(kepala, meeting.id, randomUUID()),
      approveMeeting(second, meeting.id, randomUUID()),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const [approval] = await db.approval.findMany();
    expect(await db.approval.count()).toBe(1);
    expect(await approveMeeting(kepala, meeting.id, approval?.id ?? "")).toEqual({ ok: true, number: 1 });
    expect(await db.event.count({ where: { action: "approval.given" } })).toBe(1);
  });

  test("and a reopening of the meeting at the same moment: one of the two", async () => {
    for (let turn = 0; turn < 4; turn++) {
      const { kepala, meeting } = await office();
      await makeEvidence(meeting);
      const [approved, reopened] = await allEnded([
        approveMeeting(kepala, meeting.id, randomUUID()),
        moveMeeting(kepala, meeting.id, "reopen", "salah tulis"),
      ]);
      expect([approved.ok, reopened.ok].filter(Boolean)).toHaveLength(1);
      const now = await findMeeting(kepala, meeting.id);
      expect(now?.status === "CLOSED").toBe(approved.ok);
    }
  });
});

describe("scenario 17: a carried-over row without a status", () => {
  const earlier = (days: number) => new Date(Date.now() - days * 86_400_000);

  test("blocks the approval until it has one; promises of other forums do not", async () => {
    const { host, kepala, meeting } = await office();
    await makeEvidence(meeting);
    const old = await makeMeeting("CLOSED", { host, startsAt: earlier(100), secondReason: "Uji" });
    const item = await makeActionItem({ meetingId: old.id, createdAt: earlier(100) });
    const monthly = await makeMeeting("CLOSED", { host, kind: "MONTHLY_LOKMIN", startsAt: earlier(100) });
    await makeActionItem({ meetingId: monthly.id, createdAt: earlier(100) });
    const outcome = await approveMeeting(kepala, meeting.id, randomUUID());
    expect(outcome.ok ? "" : outcome.reason).toMatch(/1 RTL lalu belum diberi status/);
    await db.itemReview.create({
      data: {
        id: randomUUID(),
        itemId: item.id,
        meetingId: meeting.id,
        outcome: "IN_PROGRESS",
        percent: 50,
        reviewer: "x",
      },
    });
    expect(await approveMeeting(kepala, meeting.id, randomUUID())).toMatchObject({ ok: true });
  });

  test("is asked about whatever the list says: it cannot be left out", async () => {
    const { kepala, meeting } = await office();
    expect(await hideEvidenceRule(kepala, "janji-lalu", true)).toMatchObject({ ok: false });
    await db.evidenceRule.create({
      data: {
        organisationId: kepala.organisation.id,
        key: "janji-lalu",
        ep: "",
        text: "",
        kinds: [],
        isRequired: false,
        isHidden: true,
      },
    });
    const row = (await findChecklist(kepala, meeting.id)).find(({ key }) => key === "janji-lalu");
    expect(row).toMatchObject({ isRequired: true, isMet: true });
  });
});

describe("the plan in the minutes", () => {
  test("stays as it was approved, no matter who takes a row over and what a later meeting moves", async () => {
    const { staff, kepala, meeting } = await office();
    await makeEvidence(meeting, ["rtl"]);
    const item = await makeActionItem({
      meetingId: meeting.id,
      responsibleInstitution: "Desa A",
      responsibleTitle: "Kepala Desa",
      deadline: dayToDate("2026-09-30"),
    });
    const said = async () => (await findAgreedPlan(staff, meeting.id)).get(item.id);
    const change = (data: object) => db.actionItem.update({ where: { id: item.id }, data });
    const startsAt = new Date(meeting.startsAt.getTime() + 90 * 86_400_000);
    const later = await makeMeeting("CLOSED", { host: kepala.organisation, startsAt });
    const moved = { previousDeadline: "2026-09-30", newDeadline: "2026-12-31" };
    await makeReview({ itemId: item.id, meetingId: later.id, ...moved });
    await change({ deadline: dayToDate(moved.newDeadline) });
    const id = randomUUID();
    expect(await approveMeeting(kepala, meeting.id, id)).toMatchObject({ ok: true });
    expect(await said()).toMatchObject({ owner: "Desa A: Kepala Desa", deadline: "2026-09-30" });
    await change({ responsibleInstitution: "Desa B" });
    expect(await said()).toMatchObject({ owner: "Desa A: Kepala Desa", deadline: "2026-09-30" });

    // Of a promise the minutes say who answered for it then.
    expect((await findAgreedPlan(staff, later.id)).get(item.id)?.owner).toBe("Desa B: Kepala Desa");
    await reopenApproval(kepala, meeting.id, { approvalId: id, reason: "Salah tulis" });
    expect(await said()).toMatchObject({ owner: "Desa B: Kepala Desa", deadline: "2026-09-30" });
    expect((await findAgreedPlan(await makeActor("PUSKESMAS_ADMIN"), meeting.id)).size).toBe(0);
  });
});

describe("opening again", () => {
  test("keeps the first approval, and the next one gets the next number", async () => {
    const { kepala, dinkes, meeting } = await office();
    await makeEvidence(meeting);
    const id = randomUUID();
    await approveMeeting(kepala, meeting.id, id);
    const reopening = { approvalId: id, reason: "Nama Danramil salah tulis" };
    expect(await reopenApproval(kepala, meeting.id, reopening)).toEqual({ ok: true });
    expect(await reopenApproval(kepala, meeting.id, reopening)).toEqual({ ok: true });
    expect((await findMeeting(kepala, meeting.id))?.approvals).toEqual([]);
    expect(await approveMeeting(kepala, meeting.id, randomUUID())).toEqual({ ok: true, number: 2 });
    expect((await findMeeting(kepala, meeting.id))?.approvals).toMatchObject([{ number: 2 }]);
    const { approvals } = await findApprovals(dinkes, meeting.id);
    expect(approvals.map(({ number, reopening: opened }) => [number, opened?.reason ?? null])).toEqual([
      [1, "Nama Danramil salah tulis"],
      [2, null],
    ]);
    const { events } = await listEvents(dinkes, { meetingId: meeting.id });
    expect(events.map(({ verb, lines }) => [verb, lines])).toEqual([
      ["mengesahkan", ["pengesahan: ke-2", "jabatan: Kepala UPTD"]],
      ["membuka kembali pengesahan", ["pengesahan: ke-1", "alasan: Nama Danramil salah tulis"]],
      ["mengesahkan", ["pengesahan: ke-1", "jabatan: Kepala UPTD"]],
    ]);
  });

  test("by two at once happens once", async () => {
    const { host, kepala, meeting } = await office();
    await makeEvidence(meeting);
    const id = randomUUID();
    await approveMeeting(kepala, meeting.id, id);
    const admin = await makeActor("PUSKESMAS_ADMIN", { organisationId: host.id });
    const outcomes = await allEnded(
      [kepala, admin].map((actor) => reopenApproval(actor, meeting.id, { approvalId: id, reason: actor.name })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.reopening.count()).toBe(1);
  });
});

describe("the report to the Dinkes", () => {
  test("is of what is approved, once, and again with the next number after a new approval", async () => {
    const { kepala, staff, dinkes, meeting } = await office();
    await makeEvidence(meeting);
    const report = (id = randomUUID()) => submitMeeting(staff, meeting.id, { id, note: "Lengkap" });
    expect(await report()).toMatchObject({ ok: false, reason: expect.stringMatching(/belum disahkan/) });
    const first = randomUUID();
    await approveMeeting(kepala, meeting.id, first);
    const id = randomUUID();
    expect(await allEnded([report(id), report(id)])).toEqual([
      { ok: true, number: 1 },
      { ok: true, number: 1 },
    ]);
    expect(await report()).toMatchObject({ ok: false, reason: expect.stringMatching(/sudah dilaporkan/) });
    await reopenApproval(kepala, meeting.id, { approvalId: first, reason: "Salah angka" });
    expect(await report()).toMatchObject({ ok: false, reason: expect.stringMatching(/belum disahkan/) });
    await approveMeeting(kepala, meeting.id, randomUUID());
    expect(await report()).toEqual({ ok: true, number: 2 });
    expect((await findApprovals(dinkes, meeting.id)).submissions).toMatchObject([
      { number: 1, note: "Lengkap", submitter: staff.name },
      { number: 2 },
    ]);
    const { events } = await listEvents(dinkes, { meetingId: meeting.id });
    expect(events.filter(({ verb }) => verb === "melaporkan ke Dinkes")).toHaveLength(2);
  });
});

describe("evidence that somebody ticks", () => {
  test("counts with where it lies, and not after the approval", async () => {
    const { kepala, staff, meeting } = await office({ typeKey: "triwulanan-pertama" });
    await makeEvidence(meeting);
    expect(missingOf(await findChecklist(staff, meeting.id)).map(({ key }) => key)).toEqual(["kesepakatan"]);
    expect(await tickEvidence(staff, meeting.id, "foto", "lemari")).toMatchObject({ ok: false });
    expect(await tickEvidence(staff, meeting.id, "kesepakatan", "Map merah, lemari TU")).toEqual({ ok: true });
    expect(await approveMeeting(kepala, meeting.id, randomUUID())).toMatchObject({ ok: true });
    expect(await tickEvidence(staff, meeting.id, "umpan-balik", "x")).toMatchObject({ ok: false });
    const { approvals } = await findApprovals(staff, meeting.id);
    expect(approvals[0]?.checklist.find(({ text }) => text.startsWith("Kesepakatan"))?.says).toBe(
      "Map merah, lemari TU",
    );
  });
});

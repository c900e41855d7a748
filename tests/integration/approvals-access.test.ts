// Who may approve, open again, report, tick and keep the list of evidence; who sees what came of it.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { findApprovals } from "@/lib/approvals/reads";
import { submitMeeting } from "@/lib/approvals/submit";
import { listApprovalTasks } from "@/lib/approvals/tasks";
import { approveMeeting } from "@/lib/approvals/writes";
import { db } from "@/lib/db";
import { findDocument, listDocuments } from "@/lib/documents/reads";
import { findChecklist, listEvidenceRules } from "@/lib/evidence/reads";
import { dropEvidenceRule, hideEvidenceRule, saveEvidenceRule } from "@/lib/evidence/writes";
import { listMeetings } from "@/lib/meetings/reads";
import type { Role } from "@/prisma/generated/client";
import { approvalRow, makeEvidence } from "@/tests/factories/evidence";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

type State = "closed" | "approved";

async function world(state: State) {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const otherKabupaten = await makeKabupaten({ parentId: provinsi.id });
  const places = {
    host: await makePuskesmas({ parentId: kabupaten.id }),
    partner: await makePuskesmas({ parentId: kabupaten.id }),
    neighbour: await makePuskesmas({ parentId: kabupaten.id }),
    foreign: await makePuskesmas({ parentId: otherKabupaten.id }),
    kabupaten,
    otherKabupaten,
    provinsi,
  };
  const meeting = await makeMeeting("CLOSED", { host: places.host, organisers: [places.partner] });
  await makeEvidence(meeting);
  const approval = approvalRow({ meetingId: meeting.id });
  if (state === "approved") await db.approval.create({ data: approval });
  const photo = await db.document.findFirstOrThrow({ where: { meetingId: meeting.id, kind: "MEETING_PHOTO" } });
  await db.documentContent.create({ data: { documentId: photo.id, bytes: Uint8Array.from([1]) } });
  const actors: Record<string, Actor> = {};
  for (const [name, role, place] of everybody)
    actors[name] = await makeActor(role, { organisationId: places[place].id });
  return { meeting, approvalId: approval.id, photoId: photo.id, actors };
}

const everybody: [
  string,
  Role,
  "host" | "partner" | "neighbour" | "foreign" | "kabupaten" | "otherKabupaten" | "provinsi",
][] = [
  ["kepala of the host", "PUSKESMAS_HEAD", "host"],
  ["kepala of a co-organiser", "PUSKESMAS_HEAD", "partner"],
  ["admin of the host", "PUSKESMAS_ADMIN", "host"],
  ["staff of the host", "PUSKESMAS_STAFF", "host"],
  ["reader of the host", "PUSKESMAS_READER", "host"],
  ["kepala of a neighbour", "PUSKESMAS_HEAD", "neighbour"],
  ["kepala of another kabupaten", "PUSKESMAS_HEAD", "foreign"],
  ["admin of the Dinkes", "DINKES_ADMIN", "kabupaten"],
  ["reviewer of the Dinkes", "DINKES_REVIEWER", "kabupaten"],
  ["reviewer of the province", "DINKES_REVIEWER", "provinsi"],
  ["reviewer of another Dinkes", "DINKES_REVIEWER", "otherKabupaten"],
];

const heads = ["kepala of the host", "kepala of a co-organiser"];
const writers = [...heads, "admin of the host", "staff of the host"];

const rule = {
  key: "daftar-menu",
  ep: "1.6.2 a",
  text: "Daftar menu",
  kinds: ["MONTHLY_LOKMIN" as const],
  isRequired: false,
  check: null,
};
const keepers = [
  "kepala of the host",
  "kepala of a co-organiser",
  "kepala of a neighbour",
  "kepala of another kabupaten",
  "admin of the host",
];

test("the list of evidence is read by those who keep it, of their own puskesmas", async () => {
  const it = await world("closed");
  for (const [name, actor] of Object.entries(it.actors))
    if (keepers.includes(name)) expect((await listEvidenceRules(actor)).length, name).toBeGreaterThan(0);
    else await expect(listEvidenceRules(actor), name).rejects.toThrow(NotAllowed);
});

test("what may not be seen is not there: checklist, approvals, photos", async () => {
  const it = await world("approved");
  const readers = [
    ...writers,
    "reader of the host",
    "admin of the Dinkes",
    "reviewer of the Dinkes",
    "reviewer of the province",
  ];
  for (const [name, actor] of Object.entries(it.actors)) {
    const isReader = readers.includes(name);
    expect((await findChecklist(actor, it.meeting.id)).length > 0, name).toBe(isReader);
    expect((await findApprovals(actor, it.meeting.id)).approvals.length, name).toBe(isReader ? 1 : 0);
    expect((await listDocuments(actor, it.meeting.id, "MEETING_PHOTO")).length, name).toBe(isReader ? 1 : 0);
    expect((await findDocument(actor, it.photoId)) !== null, name).toBe(isReader);
  }
});

test("a list of one puskesmas changes nothing at another; hidden ones come back as they were", async () => {
  const it = await world("closed");
  const kepala = it.actors["kepala of the host"];
  const neighbour = it.actors["kepala of a neighbour"];
  if (!kepala || !neighbour) throw new Error("missing actors");
  const texts = async (actor: Actor) =>
    (await listEvidenceRules(actor)).filter(({ isHidden }) => !isHidden).map(({ text }) => text);
  const before = await texts(neighbour);
  const foto = { ...rule, key: "foto", text: "Dua foto", check: "foto" as const };
  await saveEvidenceRule(kepala, foto);
  await saveEvidenceRule(kepala, rule);
  await saveEvidenceRule(kepala, rule);
  await hideEvidenceRule(kepala, "hambatan", true);
  expect(await texts(kepala)).toContain("Dua foto");
  expect(await texts(kepala)).toContain("Daftar menu");
  expect(await texts(kepala)).not.toContain("Notulen memuat hambatan");
  expect(await texts(neighbour)).toEqual(before);
  await hideEvidenceRule(kepala, "hambatan", false);
  await dropEvidenceRule(kepala, "foto");
  expect(await texts(kepala)).toEqual([...before, "Daftar menu"]);
  expect(await dropEvidenceRule(kepala, "daftar-menu")).toMatchObject({ ok: false });
});

test("the start page asks the staff for evidence, the kepala for the approval, then for the report", async () => {
  const it = await world("closed");
  const [kepala, staff] = [it.actors["kepala of the host"], it.actors["staff of the host"]];
  if (!kepala || !staff) throw new Error("missing actors");
  const host = { id: it.meeting.hostId, timeZone: it.meeting.timeZone };
  await makeMeeting("CLOSED", {
    host,
    kind: "KALAKARYA",
    title: "Kalakarya kosong",
    startsAt: new Date(Date.now() - 3e9),
  });
  const tasks = async (actor: Actor) =>
    (await listApprovalTasks(actor, new Date())).map(
      ({ verb, reason, isLate }) => `${verb}: ${reason}${isLate ? " !" : ""}`,
    );
  const lacking = "Lengkapi bukti: 2 belum ada: belum ada yang tercatat hadir, belum ada foto !";
  expect(await tasks(staff)).toEqual([lacking]);
  expect(await tasks(kepala)).toEqual(["Sahkan: semua bukti wajib ada"]);
  await approveMeeting(kepala, it.meeting.id, randomUUID());
  expect(await tasks(staff)).toEqual(["Laporkan ke Dinkes: sudah disahkan", lacking]);
  expect(await tasks(kepala)).toEqual(["Laporkan ke Dinkes: sudah disahkan"]);
  const settled = async () => {
    const { counts } = (await listMeetings(staff)).meetings.find(({ id }) => id === it.meeting.id) ?? {};
    return [counts?.isApproved, counts?.isReported];
  };
  expect(await settled()).toEqual([true, false]);
  await submitMeeting(staff, it.meeting.id, { id: randomUUID(), note: null });
  expect(await settled()).toEqual([true, true]);
  expect(await tasks(staff)).toEqual([lacking]);
  expect(await tasks(kepala)).toEqual([]);
});

test("the kepala hears of what is ready, however many newer Lokmin still lack their evidence", async () => {
  const it = await world("closed");
  const kepala = it.actors["kepala of the host"];
  if (!kepala) throw new Error("missing actor");
  const host = { id: it.meeting.hostId, timeZone: it.meeting.timeZone };
  for (let number = 1; number <= 9; number++)
    await makeMeeting("CLOSED", { host, kind: "KALAKARYA", startsAt: new Date(Date.now() - number * 3_600_000) });
  const tasks = await listApprovalTasks(kepala, new Date());
  expect(tasks.map(({ verb, meetingId }) => [verb, meetingId])).toEqual([["Sahkan", it.meeting.id]]);
});

test("a meeting older than a year still waits for its approval, however many newer ones lack evidence", async () => {
  const it = await world("closed");
  const staff = it.actors["staff of the host"];
  if (!staff) throw new Error("missing actor");
  const host = { id: it.meeting.hostId, timeZone: it.meeting.timeZone };
  const old = await makeMeeting("CLOSED", {
    host,
    kind: "KALAKARYA",
    startsAt: new Date(Date.now() - 800 * 86_400_000),
  });
  for (let number = 1; number <= 12; number++)
    await makeMeeting("CLOSED", { host, kind: "KALAKARYA", startsAt: new Date(Date.now() - number * 86_400_000) });
  const tasks = await listApprovalTasks(staff, new Date());
  expect(tasks).toHaveLength(8);
  expect(tasks.at(-1)).toMatchObject({ meetingId: old.id, verb: "Lengkapi bukti", isLate: true });
});

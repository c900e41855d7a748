// Papers made of problems, figures and the plan's funding, and of those sent to a meeting.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { preparePaper } from "@/lib/papers/prepare";
import { textsOf } from "@/lib/papers/texts";
import type { Meeting, Organisation } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeDenominator, makeIndicator, makeTarget, makeValue } from "@/tests/factories/indicators";
import { invitationRow } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makePuskesmas } from "@/tests/factories/organisations";
import { makeProblem } from "@/tests/factories/problems";
import { makeActor } from "@/tests/factories/users";

const [first, second] = ["18.01.15.2001", "18.01.15.2002"] as const;
let office: Organisation;
let actor: Actor;
let stranger: Actor;
let meeting: Meeting;

beforeEach(async () => {
  office = await makePuskesmas({ villageCodes: [first, second] });
  actor = await makeActor("PUSKESMAS_STAFF", { organisationId: office.id });
  stranger = await makeActor("PUSKESMAS_STAFF", { organisationId: (await makePuskesmas()).id });
  meeting = await makeMeeting("CLOSED", { host: office });
});

/** Every text of the paper, a line each; strangers have none. */
async function wordsOf(slug: string, subjectId: string, options: Record<string, string> = {}) {
  expect(await preparePaper(stranger, slug, subjectId, options)).toBeNull();
  const prepared = await preparePaper(actor, slug, subjectId, options);
  if (!prepared) throw new Error(`There is no ${slug}`);
  return { words: textsOf(prepared.paper).map(({ text }) => text), blocked: prepared.blocked, paper: prepared.paper };
}

test("problems stand in their order, equals marked, and each with its causes as a drawing", async () => {
  const place = { meetingId: meeting.id, puskesmasId: office.id };
  const causes = [{ group: "FUNDS" as const, text: "Dana transpor kader <belum> cair" }];
  await makeProblem({ ...place, number: 1, statement: "IDL rendah", scores: { Ratna: [3, 3, 3] } });
  await makeProblem({ ...place, number: 2, statement: "K4 rendah", causes, scores: { Ratna: [5, 4, 5] } });
  await makeProblem({ ...place, number: 3, statement: "Stunting", scores: { Ratna: [3, 3, 3] } });
  const { words, blocked, paper } = await wordsOf("masalah-usg", meeting.id);
  expect(blocked).toEqual([]);
  const statements = ["K4 rendah", "IDL rendah", "Stunting"];
  expect(words.filter((text) => statements.includes(text))).toEqual(statements);
  expect(words.filter((text) => text === "2 (nilai sama)")).toHaveLength(2);
  const drawings = paper.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === "drawing"));
  expect(drawings).toHaveLength(1);
  expect(words.join()).toContain("Dana: Dana transpor kader <belum> cair");
});

test("without a problem the sheet says where to add one", async () => {
  expect((await wordsOf("masalah-usg", meeting.id)).blocked).toEqual([expect.stringContaining("di bagian Masalah")]);
});

test("proposed to the Musrenbang is what the desa or the kabupaten is to pay, by desa", async () => {
  const item = { meetingId: meeting.id, fundingSource: "VILLAGE_FUND" as const };
  await makeActionItem({ ...item, activity: "Rehab posyandu", villageCodes: [second] });
  await makeActionItem({ ...item, activity: "Beli timbangan", villageCodes: [first] });
  await makeActionItem({ ...item, activity: "Pelatihan kader", fundingSource: "BOK" });
  const { words, blocked } = await wordsOf("usulan-musrenbang", meeting.id);
  expect(blocked).toEqual([]);
  const activities = ["Beli timbangan", "Rehab posyandu", "Pelatihan kader"];
  expect(words.filter((text) => activities.includes(text))).toEqual(["Beli timbangan", "Rehab posyandu"]);
  expect(words.join()).toContain(office.name);
});

async function makeFigures() {
  const indicator = await makeIndicator({ organisationId: office.id, name: "IDL", definition: "Bayi lengkap" });
  const key = { puskesmasId: office.id, indicatorId: indicator.id, year: 2026 };
  await makeTarget({ ...key, target: 90, monthly: [] });
  for (const villageCode of [first, second]) await makeDenominator({ ...key, villageCode, value: 40 });
  await makeValue({ ...key, villageCode: first, month: 6, value: 31 });
  return indicator;
}

test("a PWS sheet ranks the desa, draws the target and says what is not reported", async () => {
  const indicator = await makeFigures();
  const { words, blocked } = await wordsOf("pws", `${office.id}:${indicator.id}`, { tahun: "2026", bulan: "6" });
  expect(blocked).toEqual([]);
  expect(words).toEqual(expect.arrayContaining(["s.d. Juni 2026", "77,5\u00a0%", "+32,5", "belum dilaporkan"]));
  expect(words.join()).toMatch(/garis target s\.d\. Juni 2026 45\s%/);
  const empty = await wordsOf("pws", `${office.id}:${indicator.id}`, { tahun: "2025", bulan: "6" });
  expect(empty.blocked).toEqual([expect.stringContaining("Belum ada angka IDL s.d. Juni 2025")]);
});

test("the table of all indicators has a column each and the puskesmas below", async () => {
  await makeFigures();
  for (let count = 0; count < 9; count++) await makeIndicator({ organisationId: office.id });
  const { words, paper } = await wordsOf("pws-desa", `${office.id}:2026`, { bulan: "6" });
  expect(paper.sections).toHaveLength(2);
  expect(words.join("\n")).toMatch(/IDL \(≥ 45\s%\)/);
  expect(words.filter((text) => text === office.name)).toHaveLength(2);
});

test("those sent are the health staff invited, or those of them who came, each delegate by his own name", async () => {
  const make = async (holderName: string | null, sector: "HEALTH" | "DESA") => {
    const row = { ...invitationRow({ meetingId: meeting.id }).row, id: randomUUID(), holderName, sector };
    await db.invitation.create({ data: row });
    return row;
  };
  const midwife = await make("Sulastri, S.Tr.Keb., SKM, MKM", "HEALTH");
  const nurse = await make("Ba'u", "HEALTH");
  await make("Kepala Desa Uji", "DESA");
  const { words, blocked } = await wordsOf("daftar-sppd", meeting.id);
  expect(blocked).toEqual([]);
  expect(words).toEqual(expect.arrayContaining(["Sulastri, S.Tr.Keb., SKM, MKM", "Ba'u"]));
  expect(words).not.toContain("Kepala Desa Uji");
  const mark = { meetingId: meeting.id, markedAt: new Date(), institution: "Puskesmas", title: "Bidan" };
  await db.attendance.create({
    data: {
      ...mark,
      id: midwife.id,
      invitationId: midwife.id,
      status: "REPRESENTED",
      name: "Wakil Bidan",
      source: "PAPER",
    },
  });
  const present = await wordsOf("daftar-sppd", meeting.id, { hadir: "1" });
  expect(present.words).toContain("Wakil Bidan");
  expect(present.words).not.toContain(midwife.holderName);
  expect(present.words).not.toContain(nurse.holderName);
});

test("a surat tugas needs its number, and more than five people go to an attached list", async () => {
  const invite = async (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => ({
      ...invitationRow({ meetingId: meeting.id }).row,
      ...{ id: randomUUID(), holderName: `Perawat ${at}`, sector: "HEALTH" as const },
    }));
    await db.invitation.createMany({ data: rows });
  };
  await invite(5);
  const draft = await wordsOf("surat-tugas", meeting.id);
  expect(draft.blocked).toContainEqual(expect.stringContaining("Nomor surat belum diterbitkan"));
  expect(draft.paper.sections).toHaveLength(1);
  await db.letter.create({
    data: {
      ...{ id: randomUUID(), organisationId: office.id, paperKind: "assignment-letter", meetingId: meeting.id },
      ...{
        issuer: office.id,
        year: 2026,
        number: "800/12/2026",
        numberKey: "800/12/2026",
        day: new Date("2026-06-20"),
      },
      ...{ place: "Sragi", subject: "Tugas", addressees: "", creator: "Petugas" },
      ...{ signatorySeat: "Kepala Puskesmas", signatoryName: "dr. Uji", signatoryNumber: "NIP 19830826 200904 1 002" },
    },
  });
  await invite(3);
  const { words, blocked, paper } = await wordsOf("surat-tugas", meeting.id);
  expect(blocked).toEqual([]);
  expect(paper.sections).toHaveLength(2);
  expect(words).toEqual(
    expect.arrayContaining(["Nomor: 800/12/2026", "8 orang sebagaimana daftar terlampir", "Sragi, 20 Juni 2026"]),
  );
});

test("figures of a year have one name", async () => {
  expect(await preparePaper(actor, "pws-desa", `${office.id}:2026`, {})).not.toBeNull();
  expect(await preparePaper(actor, "pws-desa", `${office.id}:2026:lagi`, {})).toBeNull();
});

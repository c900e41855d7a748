// Numbers of letters: one counter per office and year, none given twice, typed by hand too; what papers read of them.
import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { findLetterForm } from "@/lib/letters/form";
import { letterOfEscalation, letterOfMeeting } from "@/lib/letters/reads";
import { listRegister, registerWorkbook } from "@/lib/letters/register";
import { saveEntry, voidLetter } from "@/lib/letters/register-writes";
import { entrySchema, letterSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { letterMissing, signatoryBlock } from "@/lib/papers/parts/letter";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeEscalation } from "@/tests/factories/escalations";
import { listSentences } from "@/tests/factories/events";
import { makeInvitation } from "@/tests/factories/invitations";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makePerson } from "@/tests/factories/persons";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const paperKind = "invitation-letter";

async function office(numberPattern: string | null = "445.4/{nomor:2}/Admen/{tahun}") {
  const dinkes = await makeKabupaten();
  const host = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Sragi" });
  if (numberPattern) await db.paperOffice.create({ data: { organisationId: host.id, numberPattern } });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: host.id });
  return { dinkes, host, staff };
}

const words = { version: "0", subject: "Undangan Lokmin", addressees: "Para undangan", urgency: "ORDINARY" };
const letter = (values: Record<string, string> = {}) =>
  letterSchema.parse({ ...words, id: randomUUID(), day: "2026-06-24", ...values });
const entry = (values: Record<string, string> = {}) =>
  entrySchema.parse({ ...words, id: randomUUID(), day: "2026-06-24", ...values });

type Staff = Awaited<ReturnType<typeof office>>["staff"];

const issue = (staff: Staff, meetingId: string, values: Record<string, string> = {}) =>
  saveLetter(staff, { subject: { meetingId }, paperKind, input: letter(values), issue: true });

describe("the counter of an office", () => {
  test("gives each letter the next number of its year, and the history says so", async () => {
    const { host, staff } = await office();
    const numbers: (string | null)[] = [];
    for (const day of ["2026-01-05", "2026-06-24", "2027-01-02"]) {
      const meeting = await makeMeeting("SCHEDULED", { host, secondReason: "Uji" });
      const saved = await issue(staff, meeting.id, { day });
      numbers.push(saved.ok ? saved.number : saved.reason);
    }
    expect(numbers).toEqual(["445.4/01/Admen/2026", "445.4/02/Admen/2026", "445.4/01/Admen/2027"]);
    expect((await listSentences({ action: "letter.numbered" }))[0]).toEqual({
      says: "menerbitkan nomor surat: Undangan Lokmin",
      lines: ["nomor: 445.4/01/Admen/2026"],
    });
  });

  test("gives eight officers at the same moment eight numbers", async () => {
    const { host, staff } = await office();
    const ids = [];
    for (let turn = 0; turn < 8; turn++) ids.push((await makeMeeting("SCHEDULED", { host, secondReason: "Uji" })).id);
    const saved = await allEnded(ids.map((id) => issue(staff, id)));
    const sequences = await db.letter.findMany({ orderBy: { sequence: "asc" }, select: { sequence: true } });
    expect(saved.every(({ ok }) => ok)).toBe(true);
    expect(sequences.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("passes over numbers that were typed by hand, also one typed at the same moment", async () => {
    const { host, staff } = await office();
    const [one, other] = [
      await makeMeeting("SCHEDULED", { host }),
      await makeMeeting("DRAFT", { host, secondReason: "Uji" }),
    ];
    await saveEntry(staff, entry({ number: "445.4/01/ADMEN/2026" }));
    const [typed, counted] = await allEnded([
      saveEntry(staff, entry({ number: "445.4/02/Admen/2026" })),
      issue(staff, one.id),
    ]);
    expect([typed.ok, counted.ok]).toEqual([true, true]);
    await issue(staff, other.id);
    const numbers = (await db.letter.findMany({ select: { numberKey: true } })).map(({ numberKey }) => numberKey);
    expect(new Set(numbers).size).toBe(4);
    expect(numbers.every((key) => key !== null)).toBe(true);
  });

  test("is asked for nothing where the office has no pattern: the number is typed", async () => {
    const { host, staff } = await office(null);
    const meeting = await makeMeeting("SCHEDULED", { host });
    expect(await issue(staff, meeting.id)).toMatchObject({ ok: false, field: "number" });
    expect(await issue(staff, meeting.id, { number: "440/SK/234/PKM.MGJ/1/2019" })).toMatchObject({ ok: true });
  });
});

describe("a number that another letter has", () => {
  test("is refused naming that letter, and is free in another puskesmas and another year", async () => {
    const { dinkes, host, staff } = await office();
    const meeting = await makeMeeting("SCHEDULED", { host });
    const number = "445.4/06/Admen/2026";
    await issue(staff, meeting.id, { number, subject: "Undangan Lokmin Triwulan II" });
    expect(await saveEntry(staff, entry({ number: "445.4 / 06 / ADMEN / 2026" }))).toEqual({
      ok: false,
      field: "number",
      reason: "Nomor surat 445.4/06/Admen/2026 sudah dipakai untuk “Undangan Lokmin Triwulan II” tanggal 24 Juni 2026.",
    });
    expect((await saveEntry(staff, entry({ number, day: "2025-06-24" }))).ok).toBe(true);
    const other = await makePuskesmas({ parentId: dinkes.id });
    const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: other.id });
    expect((await saveEntry(colleague, entry({ number }))).ok).toBe(true);
  });

  test("typed by two at the same moment is one's", async () => {
    const { staff } = await office();
    const number = "005/7/2026";
    const saved = await allEnded([saveEntry(staff, entry({ number })), saveEntry(staff, entry({ number }))]);
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(saved.find(({ ok }) => !ok)).toMatchObject({ field: "number" });
  });

  test("stays taken when its letter is voided, whose paper takes the next", async () => {
    const { host, staff } = await office();
    const meeting = await makeMeeting("SCHEDULED", { host });
    const first = await issue(staff, meeting.id);
    if (!first.ok) throw new Error(first.reason);
    expect(await voidLetter(staff, first.id, { reason: "Salah tanggal", version: 0 })).toEqual({ ok: true });
    const again = await issue(staff, meeting.id);
    expect(again).toMatchObject({ ok: true, number: "445.4/02/Admen/2026" });
    expect(await saveEntry(staff, entry({ number: "445.4/01/Admen/2026" }))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("milik surat yang dibatalkan"),
    });
    expect((await listSentences({ action: "letter.voided" }))[0]?.lines).toContain("alasan: Salah tanggal");
  });
});

describe("a letter in the register", () => {
  test("sent twice is one letter with one number", async () => {
    const { host, staff } = await office();
    const meeting = await makeMeeting("SCHEDULED", { host });
    const input = letterSchema.parse({ ...words, id: randomUUID() });
    const twice = { subject: { meetingId: meeting.id }, paperKind, input, issue: true };
    const saved = await allEnded([saveLetter(staff, twice), saveLetter(staff, twice)]);
    expect(saved.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await db.letter.count()).toBe(1);
    expect(await db.letterCounter.findMany({ select: { last: true } })).toEqual([{ last: 1 }]);
  });

  test("keeps the number of the counter, its year and its office; other words may be mended", async () => {
    const { host, staff } = await office();
    const meeting = await makeMeeting("SCHEDULED", { host });
    const saved = await issue(staff, meeting.id);
    if (!saved.ok) throw new Error(saved.reason);
    const change = (values: Record<string, string>, version: number) =>
      saveLetter(staff, {
        subject: { meetingId: meeting.id },
        paperKind,
        input: letter({ id: saved.id, version: String(version), ...values }),
        issue: false,
      });
    expect(await change({ number: "9/2026" }, 0)).toMatchObject({ ok: false, field: "number" });
    expect(await change({ day: "2027-01-02" }, 0)).toMatchObject({ ok: false, field: "day" });
    expect(await change({ subject: "Undangan Lokmin Triwulan II", day: "2026-06-20" }, 0)).toMatchObject({ ok: true });
    expect(await change({ subject: "Lama" }, 0)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Muat ulang"),
    });
    const [row] = await db.letter.findMany();
    expect(row).toMatchObject({ number: "445.4/01/Admen/2026", subject: "Undangan Lokmin Triwulan II", version: 1 });
  });

  test("typed by hand may be mended, also a year later", async () => {
    const { staff } = await office();
    const id = randomUUID();
    await saveEntry(staff, entry({ id, number: "445/7/2025", day: "2025-11-03" }));
    const mended = entry({ id, number: "445/8/2025", day: "2025-11-04", subject: "Surat tugas" });
    expect(await saveEntry(staff, mended)).toEqual({ ok: true, id, number: "445/8/2025" });
    expect(await db.letter.findMany({ select: { number: true, year: true, version: true } })).toEqual([
      { number: "445/8/2025", year: 2025, version: 1 },
    ]);
  });

  test("is changed by no other office", async () => {
    const { dinkes, host, staff } = await office();
    const id = randomUUID();
    await saveEntry(staff, entry({ id, number: "445/7/2026" }));
    const meeting = await makeMeeting("SCHEDULED", { host });
    const own = await issue(staff, meeting.id);
    const other = await makePuskesmas({ parentId: dinkes.id });
    const stranger = await makeActor("PUSKESMAS_ADMIN", { organisationId: other.id });
    await expect(saveEntry(stranger, entry({ id, number: "1" }))).rejects.toThrow(NotAllowed);
    const ofPaper = own.ok ? own.id : "";
    await expect(saveEntry(staff, entry({ id: ofPaper, number: "1" }))).rejects.toThrow(NotAllowed);
  });
});

describe("what papers read", () => {
  test("takes nothing of another meeting for a Dinkes, and the head of its day for a meeting in the past", async () => {
    const { host, staff } = await office();
    const former = { name: "dr. Lama", since: new Date("2020-01-01"), until: new Date("2024-01-31") };
    const holders = [former, { name: "dr. Baru", since: new Date("2024-01-31"), until: null }];
    const seat = await makeSeat({ organisationId: host.id, title: "Kepala Puskesmas" });
    await db.seatHolder.deleteMany({ where: { seatId: seat.id } });
    for (const holder of holders) {
      const person = await makePerson({ organisationId: host.id, name: holder.name });
      await db.seatHolder.create({ data: { ...holder, seatId: seat.id, personId: person.id } });
    }
    await db.organisation.update({ where: { id: host.id }, data: { headSeatId: seat.id } });
    const signed = { signatorySeat: "Sekretaris", signatoryName: "Penanda Lain", copies: "Bupati" };
    expect((await issue(staff, (await makeMeeting("SCHEDULED", { host })).id, signed)).ok).toBe(true);
    const past = await makeMeeting("CLOSED", { host, startsAt: new Date("2022-09-22T02:00:00Z") });
    const proposed = await letterOfMeeting(staff, past.id, paperKind);
    expect(proposed).toMatchObject({ copies: ["Bupati"], signatory: { name: "dr. Lama" } });
    const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: host.parentId ?? "" });
    const coming = await makeMeeting("SCHEDULED", { host, secondReason: "Uji" });
    const seen = await letterOfMeeting(dinkes, coming.id, paperKind);
    expect(seen).toMatchObject({ copies: [], signatory: { name: "dr. Baru" } });
  });

  test("is proposed from what is known, then from the last letter of the kind", async () => {
    const { host, staff } = await office();
    const seat = await makeSeat({
      organisationId: host.id,
      title: "Kepala Puskesmas",
      holder: { name: "dr. Ratna, M.Kes" },
    });
    await db.organisation.update({ where: { id: host.id }, data: { headSeatId: seat.id } });
    const meeting = await makeMeeting("SCHEDULED", { host, title: "Lokmin Triwulan II" });
    for (let turn = 0; turn < 6; turn++)
      await makeInvitation({
        meetingId: meeting.id,
        title: "Kepala Desa",
        institution: `Desa ${turn}`,
        protocolOrder: turn,
      });
    const first = await letterOfMeeting(staff, meeting.id, paperKind);
    expect(first).toMatchObject({
      number: null,
      place: "Sragi",
      attachment: "1 (satu) berkas",
      subject: "Undangan Lokmin Triwulan II",
      addressees: "Kepala Desa, Desa 0 dan 5 undangan lain (daftar terlampir)",
      signatory: { seat: "Kepala Puskesmas Sragi", name: "dr. Ratna, M.Kes" },
    });
    const signed = { place: "Kuala Sekampung", signatoryPrefix: "PLT", signatorySeat: "Kepala Puskesmas Sragi" };
    const saved = await issue(staff, meeting.id, {
      ...signed,
      signatoryName: "Sulastri, S.Tr.Keb., SKM",
      signatoryNumber: "NIP 19830826 200904 1 002",
      copies: "1. Kepala Dinas Kesehatan\n- Arsip\n",
    });
    expect(saved.ok).toBe(true);
    const next = await makeMeeting("SCHEDULED", { host, title: "Lokmin Juli", secondReason: "Uji" });
    const proposed = await letterOfMeeting(staff, next.id, paperKind);
    expect(proposed).toMatchObject({
      number: null,
      day: null,
      place: "Kuala Sekampung",
      copies: ["Kepala Dinas Kesehatan", "Arsip"],
    });
    expect(proposed?.signatory).toMatchObject({ prefix: "PLT", name: "Sulastri, S.Tr.Keb., SKM" });
    expect(proposed && letterMissing(proposed)).toHaveLength(2);
    expect(proposed && signatoryBlock(proposed)).toMatchObject({
      above: ["Plt. Kepala Puskesmas Sragi,"],
      below: ["NIP 19830826 200904 1 002"],
    });
    expect(await letterOfMeeting(staff, meeting.id, paperKind)).toMatchObject({ number: "445.4/01/Admen/2026" });
  });

  test("is nothing for a stranger; of an escalation each side writes its own letter", async () => {
    const { dinkes, host, staff } = await office();
    const meeting = await makeMeeting("IN_PROGRESS", { host });
    const item = await makeActionItem({ meetingId: meeting.id, activity: "Perbaikan jalan" });
    const escalation = await makeEscalation({ itemId: item.id, dinkesId: dinkes.id });
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: dinkes.id });
    const subject = { escalationId: escalation.id };
    const send = (actor: Staff, kind: string, number: string) =>
      saveLetter(actor, { subject, paperKind: kind, input: letter({ number }), issue: true });
    expect(await send(staff, "escalation-letter", "445/1/2026")).toMatchObject({ ok: true });
    expect(await send(reviewer, "escalation-reply", "445/1/2026")).toMatchObject({ ok: true });
    expect(
      (await db.letter.findMany({ select: { organisationId: true } })).map((row) => row.organisationId).sort(),
    ).toEqual([host.id, dinkes.id].sort());
    expect(await letterOfEscalation(reviewer, escalation.id, "escalation-letter")).toMatchObject({
      number: "445/1/2026",
    });
    const stranger = await makeActor("PUSKESMAS_STAFF", { organisationId: (await makePuskesmas()).id });
    expect(await letterOfMeeting(stranger, meeting.id, paperKind)).toBeNull();
    expect(await letterOfEscalation(stranger, escalation.id, "escalation-letter")).toBeNull();
  });
});

test("letters on a kecamatan's letterhead take the kecamatan's numbers, whichever puskesmas makes them", async () => {
  const { dinkes, host, staff } = await office();
  const other = await makePuskesmas({ parentId: dinkes.id });
  const colleague = await makeActor("PUSKESMAS_STAFF", { organisationId: other.id });
  const kop = async (organisationId: string) =>
    (
      await db.letterhead.create({
        data: {
          id: randomUUID(),
          organisationId,
          name: "Kecamatan Sragi",
          areaCode: "18.01.15",
          numberPattern: "005/{nomor}/Kec/{tahun}",
        },
      })
    ).id;
  const [ours, theirs] = [await kop(host.id), await kop(other.id)];
  const meeting = await makeMeeting("SCHEDULED", { host });
  const institution = "Kecamatan Sragi";
  const camat = { organisationId: host.id, sector: "KECAMATAN", title: "Camat", institution } as const;
  await makeSeat({ ...camat, holder: { name: "Hendrawan, S.STP.", prefix: "PLT" } });
  await makeSeat({ ...camat, title: "Sekretaris Camat", protocolOrder: 1 });
  const proposed = await findLetterForm(staff, { meetingId: meeting.id }, paperKind, ours);
  expect(proposed).toMatchObject({
    letterheadId: ours,
    facts: { signatory: { seat: "Camat Sragi", prefix: "PLT", name: "Hendrawan, S.STP." } },
  });
  const joint = await issue(staff, meeting.id, { letterheadId: ours, signatorySeat: "Camat Sragi" });
  expect(joint).toMatchObject({ ok: true, number: "005/1/Kec/2026" });
  expect(await saveEntry(colleague, entry({ letterheadId: theirs, number: "005/1/Kec/2026" }))).toEqual({
    ok: false,
    field: "number",
    reason: "Nomor surat 005/1/Kec/2026 sudah dipakai surat yang dicatat Puskesmas Sragi.",
  });
  expect((await saveEntry(staff, entry({ number: "005/1/Kec/2026" }))).ok).toBe(true);
  expect(await issue(staff, meeting.id, { letterheadId: theirs })).toMatchObject({ ok: false });
});

test("the register goes out as a workbook, with what was voided and nothing that runs as a formula", async () => {
  const { staff } = await office();
  const id = randomUUID();
  await saveEntry(staff, entry({ id, number: "445/1/2026", subject: "=1+1", addressees: "+62 Camat" }));
  await saveEntry(staff, entry({ number: "445/1/2025", day: "2025-06-24" }));
  await voidLetter(staff, id, { reason: "Salah tujuan", version: 0 });
  const { letters } = await listRegister(staff, { year: 2026, words: "camat" });
  expect(letters.map(({ number }) => number)).toEqual(["445/1/2026"]);
  const rows = await readSheet(await buffer(await registerWorkbook(staff, 2026)));
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["Nomor surat", "Tanggal surat", "Hal", "Tujuan"],
    ["445/1/2026", new Date("2026-06-24T00:00:00Z"), "=1+1", "+62 Camat"],
  ]);
  expect(rows[1]?.[7]).toBe("DIBATALKAN: Salah tujuan");
});

// A Dinkes's programme: who plans, what a visit is for whom, and what becomes of it.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, findActor, NotAllowed } from "@/lib/actor";
import { addWalkIn } from "@/lib/attendance/writes";
import { db } from "@/lib/db";
import { listEscalations } from "@/lib/escalations/reads";
import { escalationFilterSchema, escalationSchema } from "@/lib/escalations/schema";
import { raiseEscalation } from "@/lib/escalations/writes";
import { countUnreviewed, listCarriedItems } from "@/lib/follow-up/carry-over";
import { listFollowUps } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listInvitableSeats, listLinks } from "@/lib/invitations/reads";
import { inviteSeats } from "@/lib/invitations/writes";
import { proposeForEscalation } from "@/lib/letters/proposals";
import { letterSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { findMeeting, listMeetings } from "@/lib/meetings/reads";
import { invitingWords } from "@/lib/meetings/rules";
import { moveMeeting } from "@/lib/meetings/writes";
import { reportThroughLink } from "@/lib/owner-links/report";
import { ownerReportSchema } from "@/lib/owner-links/schema";
import type { Paper } from "@/lib/papers/model";
import { preparePaper } from "@/lib/papers/prepare";
import { textsOf } from "@/lib/papers/texts";
import { listOwnerChoices } from "@/lib/plan/reads";
import { actionItemSchema } from "@/lib/plan/schema";
import { addActionItem } from "@/lib/plan/writes";
import { answerChecklist, saveChecklist } from "@/lib/programmes/checklist";
import { roundNotices } from "@/lib/programmes/proposal";
import { findProgramme, findVisit, listCoverage, listProgrammes } from "@/lib/programmes/reads";
import { listProgrammeFindings, listProgrammeItems, rollUp } from "@/lib/programmes/roll-up";
import { findRoundContext, saveRound } from "@/lib/programmes/round";
import {
  answersSchema,
  checklistSchema,
  findingSchema,
  programmeSchema,
  roundSchema,
  visitSchema,
} from "@/lib/programmes/schema";
import { editVisit, saveFinding } from "@/lib/programmes/visits";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import type { Organisation } from "@/prisma/generated/client";
import { makeActionItem } from "@/tests/factories/action-items";
import { makeCluster } from "@/tests/factories/clusters";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeHospital, makeKabupaten, makePuskesmas } from "@/tests/factories/organisations";
import { makeOwnerLink } from "@/tests/factories/owner-links";
import { makeProgramme, makeVisit } from "@/tests/factories/programmes";
import { makeSeat } from "@/tests/factories/seats";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const today = dayOf(new Date(), "Asia/Jakarta");
const at = (days: number) => addDays(today, days);

let dinkes: Organisation;
let sragi: Organisation;
let katibung: Organisation;
let admin: Actor;
let staff: Actor;

beforeEach(async () => {
  dinkes = await makeKabupaten();
  sragi = await makePuskesmas({ parentId: dinkes.id });
  katibung = await makePuskesmas({ parentId: dinkes.id });
  admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  staff = await makeActor("PUSKESMAS_ADMIN", { organisationId: sragi.id });
});

const rowFor = (visited: { id: string }, date: string, team: readonly { id: string }[] = []) => ({
  ...{ meetingId: randomUUID(), visitedId: visited.id, date, startTime: "09:00", place: "Ruang rapat" },
  ...Object.fromEntries(team.map(({ id }, index) => [`f${index}`, id])),
});
const roundOf = (version: number, rows: ReturnType<typeof rowFor>[]) =>
  roundSchema.parse({ version, include: rows.map(({ meetingId }) => meetingId), rows });

const wordsOf = (paper: Paper) =>
  textsOf(paper)
    .map(({ text }) => text)
    .join(" ");

test("a programme lasts five years at most: every day of it is looked at for a proposal", async () => {
  const wrongOf = (startsOn: string, endsOn: string) => {
    const parsed = programmeSchema.safeParse({
      ...{ id: randomUUID(), name: "Pembinaan", goal: "Lebih baik", visited: [sragi.id], startsOn, endsOn },
      ...{ visitsPerWeek: "2", teamSize: "2", startClock: "09:00" },
    });
    return parsed.error?.issues.map(({ path, message }) => [path.join(), message]) ?? [];
  };
  expect(wrongOf("2026-01-01", "2030-12-31")).toEqual([]);
  expect(wrongOf("1990-01-01", "2100-12-31")).toEqual([["endsOn", expect.stringContaining("paling lama 5 tahun")]]);
});

describe("a round of visits", () => {
  test("goes to nobody who came below another office since", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const other = await makeKabupaten();
    await db.organisation.update({ where: { id: sragi.id }, data: { parentId: other.id } });
    expect(await saveRound(admin, programme.id, roundOf(0, [rowFor(sragi, at(3))]))).toMatchObject({ ok: false });
    expect(await db.meeting.count()).toBe(0);
  });

  test("is scheduled at once, once however often it is sent, and each visit has its team and checklist", async () => {
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const round = roundOf(0, [rowFor(sragi, at(3), programme.facilitators), rowFor(katibung, at(4))]);
    const [one, other] = await allEnded([saveRound(admin, programme.id, round), saveRound(admin, programme.id, round)]);
    expect([one, other]).toEqual([
      { ok: true, saved: 2 },
      { ok: true, saved: 2 },
    ]);
    const coverage = await listCoverage(admin, programme.id, new Date());
    expect(coverage.map(({ state, visits }) => [state, visits.length])).toEqual([
      ["planned", 1],
      ["planned", 1],
    ]);
    const visit = await findVisit(staff, round.rows[0]?.meetingId ?? "");
    expect(visit?.team.map(({ name }) => name)).toEqual(programme.facilitators.map(({ name }) => name));
    expect(visit?.checklist.map(({ text }) => text)).toEqual(["Partograf diisi lengkap", "Ketersediaan obat"]);
    expect((await listSentences()).map(({ says }) => says)).toContain(
      `menjadwalkan kunjungan: ${programme.name}: ${sragi.name}`,
    );
  });

  test("planned by two at once is one's: the other is told, and nothing of his is there", async () => {
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const outcomes = await allEnded([
      saveRound(admin, programme.id, roundOf(0, [rowFor(sragi, at(3))])),
      saveRound(admin, programme.id, roundOf(0, [rowFor(sragi, at(5)), rowFor(katibung, at(6))])),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: expect.stringContaining("diubah orang lain") });
    expect([1, 2]).toContain(await db.programmeVisit.count());
  });

  test("warns of a facilitator who is on a visit of another programme, as whom he was merged or not", async () => {
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const other = await makeProgramme(dinkes, [katibung]);
    const [mine] = programme.facilitators;
    const [theirs] = other.facilitators;
    if (!mine || !theirs) throw new Error("no facilitators");
    await db.person.update({ where: { id: theirs.personId }, data: { mergedIntoId: mine.personId } });
    await saveRound(admin, other.id, roundOf(0, [rowFor(katibung, at(3), [theirs])]));
    const found = await findProgramme(admin, programme.id);
    if (!found) throw new Error("no programme");
    const row = { key: "a", name: "Sragi", day: at(3), team: [mine.id] };
    const notices = roundNotices([row], { ...(await findRoundContext(admin, found)), dayNotices: () => [] });
    expect(notices.get("a")).toEqual([expect.stringContaining(`${mine.name} hari itu sudah di ${other.name}`)]);
  });

  test("takes members and facilitators of its own programme alone", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const other = await makeProgramme(dinkes, [katibung]);
    expect(await saveRound(admin, programme.id, roundOf(0, [rowFor(katibung, at(3))]))).toMatchObject({ ok: false });
    const foreign = roundOf(0, [rowFor(sragi, at(3), other.facilitators)]);
    expect(await saveRound(admin, programme.id, foreign)).toMatchObject({ ok: false });
    expect(await db.programmeVisit.count()).toBe(0);
  });
});

describe("a visit", () => {
  test("is moved and given another team by the Dinkes, and not by the puskesmas", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const { id, version } = await makeVisit(programme, sragi, { status: "SCHEDULED", day: at(3) });
    const [, second] = programme.facilitators;
    const form = { version, title: "Kunjungan", date: at(5), startTime: "10:00", place: "Aula", f0: second?.id };
    expect(await editVisit(admin, id, visitSchema.parse(form))).toEqual({ ok: true });
    expect(await editVisit(admin, id, visitSchema.parse({ ...form, date: at(6) }))).toMatchObject({ ok: false });
    await expect(editVisit(staff, id, visitSchema.parse(form))).rejects.toThrow(NotAllowed);
    await expect(moveMeeting(staff, id, "cancel", "Hujan")).rejects.toThrow(NotAllowed);
    const [row] = await db.meetingOrganiser.findMany({ where: { meetingId: id }, include: { meeting: true } });
    expect(row?.startsAt).toEqual(row?.meeting.startsAt);
    expect((await findVisit(staff, id))?.team.map(({ name }) => name)).toEqual([second?.name]);
    expect(await moveMeeting(admin, id, "cancel", "Banjir")).toEqual({ ok: true });
    expect((await listCoverage(admin, programme.id, new Date()))[0]?.state).toBe("open");
  });

  test("takes its roll from both, its checklist and findings from the Dinkes", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const { id } = await makeVisit(programme, sragi);
    const guest = (name: string) => ({
      id: randomUUID(),
      name,
      title: "Bidan",
      institution: "Puskesmas",
      person: null,
      isAnother: false,
    });
    expect(await addWalkIn(staff, id, guest("Siti Uji"))).toMatchObject({ ok: true });
    expect(await addWalkIn(admin, id, guest("Rina Uji"))).toMatchObject({ ok: true });
    const finding = findingSchema.parse({ id: randomUUID(), statement: "Rujukan terlambat", topic: "Rujukan" });
    await expect(saveFinding(staff, id, finding)).rejects.toThrow(NotAllowed);
    expect(await saveFinding(admin, id, finding)).toEqual({ ok: true });
    expect(await saveFinding(admin, id, finding)).toEqual({ ok: true });
    expect(await db.problem.findMany({ select: { puskesmasId: true, number: true } })).toEqual([
      { puskesmasId: sragi.id, number: 1 },
    ]);
  });

  test("keeps its own copy of the checklist once it began; of two who fill it in each keeps his items", async () => {
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const { id } = await makeVisit(programme, sragi);
    const { id: waiting } = await makeVisit(programme, katibung, { status: "SCHEDULED", day: at(3) });
    const [first, second] = (await findVisit(admin, id))?.checklist ?? [];
    if (!first || !second) throw new Error("no checklist");
    const filled = (row: object) => answerChecklist(admin, id, answersSchema.parse({ rows: [row] }));
    const outcomes = await allEnded([
      filled({ id: first.id, version: 0, answer: "PARTLY", was: "||" }),
      filled({ id: second.id, version: 0, score: "8", was: "||" }),
    ]);
    expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
    expect(await filled({ id: first.id, version: 0, answer: "NO", was: "||" })).toMatchObject({ ok: false });
    expect(await filled({ id: second.id, version: 1, score: "11", was: "|8|" })).toMatchObject({
      reason: expect.stringContaining("paling tinggi 10"),
    });
    const rows = [{ text: "Alur rujukan terpasang", form: "YES_NO" }];
    expect(await saveChecklist(admin, programme.id, checklistSchema.parse({ version: 0, rows }))).toEqual({ ok: true });
    const textsIn = async (meetingId: string) => (await findVisit(admin, meetingId))?.checklist.map(({ text }) => text);
    expect(await textsIn(id)).toEqual(["Partograf diisi lengkap", "Ketersediaan obat"]);
    expect(await textsIn(waiting)).toEqual(["Alur rujukan terpasang"]);
  });

  test("leaves rows that the visited follows up, and that its next Lokmin looks at", async () => {
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const visit = await makeVisit(programme, sragi, { status: "CLOSED", day: at(-20) });
    const other = await makeVisit(programme, katibung, { status: "CLOSED", day: at(-20) });
    const early = { createdAt: visit.startsAt };
    const item = await makeActionItem({ meetingId: visit.id, ...early });
    await makeActionItem({ meetingId: other.id, ...early });
    for (const kind of ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN"] as const) {
      const lokmin = await makeMeeting("IN_PROGRESS", { host: sragi, kind });
      expect((await listCarriedItems(staff, lokmin.id)).map((carried) => carried.item.id)).toEqual([item.id]);
      expect(await countUnreviewed(db, lokmin.id)).toBe(1);
    }
    const kalakarya = await makeMeeting("IN_PROGRESS", { host: sragi, kind: "KALAKARYA" });
    expect(await countUnreviewed(db, kalakarya.id)).toBe(0);
    const again = await makeVisit(programme, sragi);
    expect(await countUnreviewed(db, again.id)).toBe(1);
  });

  test("is reported by a personal link, late, handed to the Dinkes with the puskesmas's letter, and told in its Lokmin", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const visit = await makeVisit(programme, sragi, { status: "CLOSED", day: at(-20) });
    const seat = await makeSeat({ organisationId: sragi.id, title: "Bidan Koordinator" });
    const item = await makeActionItem({ meetingId: visit.id, deadline: dayToDate(at(-2)), responsibleSeatId: seat.id });
    const lateItems = async (actor: Actor) =>
      (await listFollowUps(actor, followUpSchema.parse({ status: "terlambat" }), new Date())).items.map(({ id }) => id);
    expect([await lateItems(staff), await lateItems(admin)]).toEqual([[item.id], [item.id]]);

    const link = await makeOwnerLink({ organisationId: sragi.id, seatId: seat.id });
    const report = ownerReportSchema.parse({
      id: randomUUID(),
      status: "IN_PROGRESS",
      percent: "40",
      note: "Menunggu alat",
    });
    expect(await reportThroughLink(link.tokenHash, item.id, report, [])).toEqual({ ok: true });

    const reason = "Alat harus dibeli kabupaten";
    const escalation = escalationSchema.parse({ id: randomUUID(), reason });
    expect(await raiseEscalation(staff, visit.id, item.id, escalation)).toMatchObject({ ok: true });
    expect(await proposeForEscalation(staff, escalation.id, "escalation-letter")).toMatchObject({
      addressees: `Kepala ${dinkes.name}`,
    });
    const letter = { version: "0", subject: "Permohonan", addressees: `Kepala ${dinkes.name}`, urgency: "ORDINARY" };
    const input = letterSchema.parse({ ...letter, id: randomUUID(), day: today, number: "445/1/2026" });
    const subject = { escalationId: escalation.id };
    expect(await saveLetter(staff, { subject, paperKind: "escalation-letter", input, issue: true })).toMatchObject({
      ok: true,
    });
    expect((await db.letter.findFirst({ where: { escalationId: escalation.id } }))?.organisationId).toBe(sragi.id);
    const paper = await preparePaper(staff, "pengantar-eskalasi", escalation.id, {});
    expect(paper ? wordsOf(paper.paper) : "").toContain(sragi.name.toUpperCase());

    const answer = {
      escalationId: escalation.id,
      answerer: "Petugas",
      outcome: "RECEIVED" as const,
      text: "Diusulkan",
    };
    await db.escalationAnswer.create({ data: { ...answer, id: randomUUID(), dueOn: dayToDate(at(-1)) } });
    const overdue = async () =>
      (await listEscalations(admin, escalationFilterSchema.parse({ status: "lewat-selesai", halaman: 1 }), new Date()))
        .escalations.length;
    expect(await overdue()).toBe(1);
    await db.escalationAnswer.create({ data: { ...answer, id: randomUUID(), dueOn: dayToDate(at(9)) } });
    expect(await overdue()).toBe(0);

    const lokmin = await makeMeeting("IN_PROGRESS", { host: sragi, kind: "MONTHLY_LOKMIN" });
    const [carried] = await listCarriedItems(staff, lokmin.id);
    expect(carried?.item).toMatchObject({ id: item.id, status: "IN_PROGRESS", percent: 40, isEscalated: true });
  });

  test("names in its messages the office that sends them", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const { id } = await makeVisit(programme, sragi, { status: "SCHEDULED", day: at(3) });
    for (const [actor, name] of [
      [admin, dinkes.name],
      [staff, sragi.name],
    ] as const) {
      const meeting = await findMeeting(actor, id);
      expect(meeting && invitingWords(actor, meeting)).toBe(name);
    }
  });

  test("is answered for by the visited's people and the Dinkes's own, no matter which of both writes the row", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const { id } = await makeVisit(programme, sragi);
    const seat = await makeSeat({ organisationId: sragi.id, title: "Bidan Koordinator" });
    const choices = await listOwnerChoices(admin, id);
    expect(choices.directory.map(({ value }) => value)).toEqual([`seat:${seat.id}`]);
    expect(choices.staff.map(({ value }) => value).sort()).toEqual(
      [`user:${admin.userId}`, `user:${staff.userId}`].sort(),
    );
    const row = {
      id: randomUUID(),
      activity: "Melatih SBAR",
      owner: `seat:${seat.id}`,
      deadline: at(30),
      priority: "HIGH",
    };
    expect(await addActionItem(admin, id, actionItemSchema.parse(row))).toMatchObject({ ok: true, number: 1 });
    const { items } = await listProgrammeItems(admin, programme.id, {});
    expect(items.map(({ responsibleSeatId, puskesmas }) => [responsibleSeatId, puskesmas])).toEqual([
      [seat.id, [sragi.name]],
    ]);
  });

  test("invites out of the visited's directory, by the Dinkes as by the puskesmas, with links to hand out", async () => {
    const programme = await makeProgramme(dinkes, [sragi]);
    const { id } = await makeVisit(programme, sragi, { status: "SCHEDULED", day: at(3) });
    const seat = await makeSeat({ organisationId: sragi.id, title: "Bidan Koordinator" });
    const foreign = await makeSeat({ organisationId: katibung.id });
    const meeting = await findMeeting(admin, id);
    if (!meeting) throw new Error("no meeting");
    expect((await listInvitableSeats(admin, meeting)).seats.map((one) => one.id)).toEqual([seat.id]);
    expect(await inviteSeats(admin, id, [seat.id, foreign.id])).toEqual({ ok: true, added: 1 });
    expect((await listInvitableSeats(staff, meeting)).seats).toEqual([]);
    expect([(await listLinks(admin, id)).size, (await listLinks(staff, id)).size]).toEqual([1, 1]);
    const stranger = await makeActor("DINKES_ADMIN");
    expect((await listLinks(stranger, id)).size).toBe(0);
  });

  test("of a hospital is the hospital's and the Dinkes's", async () => {
    const hospital = await makeHospital({ parentId: dinkes.id });
    const programme = await makeProgramme(dinkes, [hospital]);
    const { id } = await makeVisit(programme, hospital);
    await makeActionItem({ meetingId: id });
    expect(await findMeeting(admin, id)).not.toBeNull();
    expect(await findMeeting(staff, id)).toBeNull();
    expect((await listProgrammeItems(admin, programme.id, {})).items).toHaveLength(1);
  });
});

describe("who sees it", () => {
  test("a reviewer the visits of his cluster, the puskesmas its own, others nothing", async () => {
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: dinkes.id });
    const stranger = await makeActor("DINKES_ADMIN");
    const neighbour = await makeActor("PUSKESMAS_HEAD", { organisationId: katibung.id });
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const visits = [await makeVisit(programme, sragi), await makeVisit(programme, katibung)];
    for (const { id, organisers } of await db.meeting.findMany({ include: { organisers: true } }))
      await db.problem.create({
        data: {
          id: randomUUID(),
          meetingId: id,
          puskesmasId: organisers[0]?.puskesmasId ?? "",
          number: 1,
          statement: "T",
          topic: "KIA",
        },
      });
    await makeCluster({ organisationId: dinkes.id, members: [sragi.id], reviewers: [reviewer.userId] });
    const narrowed = await findActor(reviewer.userId);
    if (!narrowed) throw new Error("no reviewer");
    const seen = async (actor: Actor) => ({
      programmes: (await listProgrammes(actor)).programmes.map(({ members }) => members),
      coverage: (await listCoverage(actor, programme.id, new Date())).map(({ id }) => id),
      findings: (await listProgrammeFindings(actor, programme.id, {})).findings.length,
      topics: (await rollUp(actor, programme.id, "topic", new Date())).map(({ findings }) => findings),
      meetings: (await listMeetings(actor)).meetings.length,
      visits: (await allEnded(visits.map(({ id }) => findVisit(actor, id)))).map((visit) => visit !== null),
      paper: (await preparePaper(actor, "laporan-program", programme.id, {})) !== null,
    });
    const none = { programmes: [], coverage: [], findings: 0, topics: [], paper: false };
    expect(await seen(admin)).toMatchObject({ programmes: [2], findings: 2, topics: [2], meetings: 2, paper: true });
    expect(await seen(narrowed)).toEqual({
      ...{ programmes: [1], coverage: [sragi.id], findings: 1, topics: [1], meetings: 1 },
      ...{ visits: [true, false], paper: true },
    });
    expect(await seen(staff)).toEqual({ ...none, meetings: 1, visits: [true, false] });
    expect(await seen(neighbour)).toEqual({ ...none, meetings: 1, visits: [false, true] });
    expect(await seen(stranger)).toEqual({ ...none, meetings: 0, visits: [false, false] });
    const finding = findingSchema.parse({ id: randomUUID(), statement: "Di luar klaster" });
    await expect(saveFinding(narrowed, visits[1]?.id ?? "", finding)).rejects.toThrow(NotAllowed);
    await expect(saveFinding(stranger, visits[0]?.id ?? "", finding)).rejects.toThrow(NotAllowed);
  });

  test("its reports name who came, what was found and agreed, and who is still to be visited", async () => {
    const programme = await makeProgramme(dinkes, [sragi, katibung]);
    const visit = await makeVisit(programme, sragi, { status: "CLOSED", day: at(-3) });
    const unready = await preparePaper(admin, "laporan-kunjungan", visit.id, {});
    expect(unready?.blocked).toContainEqual(expect.stringContaining("Belum ada yang hadir"));
    await db.attendance.create({
      data: {
        ...{ id: randomUUID(), meetingId: visit.id, status: "PRESENT", name: "Siti Uji", title: "Bidan" },
        ...{ institution: sragi.name, source: "OFFICER", confirmedAt: new Date() },
      },
    });
    await db.problem.create({
      data: {
        id: randomUUID(),
        meetingId: visit.id,
        puskesmasId: sragi.id,
        number: 1,
        statement: "SBAR tidak dipakai",
        topic: "Rujukan",
      },
    });
    await makeActionItem({ meetingId: visit.id, activity: "Melatih SBAR" });
    const report = await preparePaper(admin, "laporan-kunjungan", visit.id, {});
    expect(report?.blocked).toEqual([]);
    const words = report ? wordsOf(report.paper) : "";
    for (const part of ["Siti Uji", "SBAR tidak dipakai", "Melatih SBAR", programme.name])
      expect(words).toContain(part);
    const whole = await preparePaper(admin, "laporan-program", programme.id, {});
    const all = whole ? wordsOf(whole.paper) : "";
    for (const part of ["belum dijadwalkan", "sudah dikunjungi", "1 dari 2", "Melatih SBAR"])
      expect(all).toContain(part);
  });
});

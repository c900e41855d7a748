import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { narrowToCluster } from "@/lib/clusters/reads";
import { db } from "@/lib/db";
import { findDueDates, setDueDates } from "@/lib/matrix/due-dates";
import { arrange, matrixFilterSchema } from "@/lib/matrix/filter";
import { findOffice, type Office } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import { attendanceShare, isLate, type MatrixRow, meanAge, planShare, stateOf } from "@/lib/matrix/rows";
import { cellLetters, columnKeys } from "@/lib/matrix/states";
import { dayToDate, toInstant } from "@/lib/time";
import type { ReviewDecision } from "@/prisma/generated/enums";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeAttendance } from "../factories/attendance";
import { makeCluster } from "../factories/clusters";
import { makeInvitation } from "../factories/invitations";
import { makeHeldLokmin } from "../factories/matrix";
import { makeMeeting } from "../factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeReported } from "../factories/submissions";
import { actorOf, makeActor } from "../factories/users";

const year = 2024;
const now = toInstant("2024-06-20", "09:00", "Asia/Jakarta");

async function makeWorld() {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const puskesmas = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas A" });
  const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
  return { province, kabupaten, puskesmas, reviewer };
}

async function officeOf(actor: Parameters<typeof findOffice>[0], id?: string): Promise<Office> {
  const office = await findOffice(actor, id);
  if (!office) throw new Error("No such office");
  return office;
}

async function rowsOf(actor: Parameters<typeof findOffice>[0], id?: string) {
  return (await findMatrix(actor, await officeOf(actor, id), year, now)).rows;
}

/** "L!" of a late one, by the key of its column. */
function lettersOf({ cells }: MatrixRow): Record<string, string> {
  return Object.fromEntries(
    cells.map((cell, place) => [columnKeys[place], `${cellLetters[stateOf(cell)]}${isLate(cell) ? "!" : ""}`]),
  );
}

describe("the matrix of a kabupaten", () => {
  test("says how far the Lokmin of each period is, and what is late by the days the Dinkes set", async () => {
    const { puskesmas, reviewer, kabupaten } = await makeWorld();
    const monthly = { host: puskesmas, kind: "MONTHLY_LOKMIN" } as const;
    await makeHeldLokmin({ ...monthly, day: "2024-01-09", approvedOn: "2024-01-10", reportedOn: "2024-01-12" });
    await makeHeldLokmin({ ...monthly, day: "2024-02-20", approvedOn: "2024-02-21" });
    await makeHeldLokmin({ ...monthly, day: "2024-06-15" });
    await makeMeeting("SCHEDULED", { ...monthly, startsAt: toInstant("2024-07-03", "09:00", "Asia/Jakarta") });
    await makeMeeting("DRAFT", { ...monthly, startsAt: toInstant("2024-08-03", "09:00", "Asia/Jakarta") });
    const [row] = await rowsOf(reviewer);
    expect(row && lettersOf(row)).toEqual({
      ...{
        b1: "K",
        b2: "D!",
        b3: "X!",
        b4: "X!",
        b5: "X!",
        b6: "L",
        b7: "R",
        b8: "–",
        b9: "–",
        b10: "–",
        b11: "–",
        b12: "–",
      },
      ...{ t1: "X!", t2: "–", t3: "–", t4: "–" },
    });
    expect(row?.cells.map(({ inTime }) => inTime).slice(0, 6)).toEqual([1, 1, 0, 0, 0, 1]);

    const admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    expect(await setDueDates(admin, { monthlyDay: 10, reportDays: 3 })).toEqual({ ok: true });
    const [stricter] = await rowsOf(reviewer);
    expect(stricter && lettersOf(stricter)).toMatchObject({ b1: "K", b6: "L!" });
    expect(stricter?.cells.map(({ inTime }) => inTime).slice(0, 6)).toEqual([1, 0, 0, 0, 0, 0]);
    expect(await db.event.count({ where: { action: "due-dates.set", organisationId: kabupaten.id } })).toBe(1);
  });

  test("shows what the Dinkes returned and what it reviewed; a reviewer of clusters, of theirs alone", async () => {
    const { kabupaten, puskesmas, reviewer } = await makeWorld();
    const other = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas B" });
    const decide = async (day: string, decision: ReviewDecision) => {
      const meeting = { kind: "MONTHLY_LOKMIN", startsAt: toInstant(day, "09:00", "Asia/Jakarta") } as const;
      const { submission } = await makeReported(puskesmas, {
        meeting,
        submittedAt: toInstant(day, "15:00", "Asia/Jakarta"),
      });
      const text = decision === "ACCEPTED" ? null : "Lengkapi foto";
      const data = { id: randomUUID(), submissionId: submission.id, decision, text, reviewer: "Peninjau" };
      await db.submissionReview.create({ data });
    };
    await decide("2024-01-09", "ACCEPTED");
    await decide("2024-02-09", "ACCEPTED_WITH_NOTES");
    await decide("2024-03-09", "RETURNED");
    const rows = await rowsOf(reviewer);
    expect(rows[0] && lettersOf(rows[0])).toMatchObject({ b1: "T", b2: "T", b3: "P", b4: "X!" });
    const cluster = await makeCluster({
      ...{ organisationId: kabupaten.id, members: [other.id], reviewers: [reviewer.userId] },
    });
    const admin = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    const chosen = await narrowToCluster(admin, cluster.id, now);
    expect((await rowsOf(chosen)).map(({ id }) => id)).toEqual([other.id]);
    const stranger = await makeActor("DINKES_ADMIN");
    expect((await narrowToCluster(stranger, cluster.id, now)).within).toBe(stranger.within);
    expect((await rowsOf(await actorOf({ id: reviewer.userId }))).map(({ id }) => id)).toEqual([other.id]);
  });

  test("counts what of the plan was done in time, what is overdue, how old it is, and who came", async () => {
    const { puskesmas, reviewer } = await makeWorld();
    const meeting = await makeHeldLokmin({ host: puskesmas, day: "2024-02-10" });
    const due = (deadline: string) => makeActionItem({ meetingId: meeting.id, deadline: dayToDate(deadline) });
    const done = async (deadline: string, on: string) =>
      makeProgressReport({
        ...{ itemId: (await due(deadline)).id, status: "DONE", percent: 100 },
        createdAt: toInstant(on, "23:30", "Asia/Jakarta"),
      });
    await done("2024-03-31", "2024-03-31");
    await done("2024-03-31", "2024-04-01");
    await due("2024-05-31");
    await due("2024-06-20");
    const present = await makeInvitation({ meetingId: meeting.id, sector: "DESA" });
    const represented = await makeInvitation({ meetingId: meeting.id, sector: "DESA" });
    await makeInvitation({ meetingId: meeting.id, sector: "DESA" });
    await makeAttendance({ meetingId: meeting.id, invitation: present });
    await makeAttendance({ meetingId: meeting.id, invitation: represented, status: "REPRESENTED" });
    const office = await officeOf(reviewer);
    const { rows, sectors } = await findMatrix(reviewer, office, year, now);
    const [row] = rows;
    expect(row?.plan).toEqual([
      { inTime: 1, late: 1, overdue: 0, pending: 0 },
      { inTime: 0, late: 0, overdue: 1, pending: 1 },
      { inTime: 0, late: 0, overdue: 0, pending: 0 },
      { inTime: 0, late: 0, overdue: 0, pending: 0 },
    ]);
    expect(row).toMatchObject({ open: 2, overdue: 1, oldestOn: dayToDate("2024-02-10") });
    expect(row && [planShare(row.plan), meanAge(row), attendanceShare(row.attendance)]).toEqual([1 / 3, 131, 2 / 3]);
    expect(sectors).toEqual([{ quarter: 1, sector: "DESA", invited: 3, came: 1, represented: 1 }]);
  });

  test("shows what lags first, orders by each figure, and finds a state in one column or in any", async () => {
    const { kabupaten, puskesmas, reviewer } = await makeWorld();
    const other = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas B" });
    await makeHeldLokmin({ host: puskesmas, kind: "MONTHLY_LOKMIN", day: "2024-03-05" });
    const rows = await rowsOf(reviewer);
    const names = (query: Record<string, string>) =>
      arrange(rows, matrixFilterSchema.parse(query)).map(({ name }) => name);
    expect(names({})).toEqual([other.name, puskesmas.name]);
    expect(names({ urut: "nama" })).toEqual([puskesmas.name, other.name]);
    expect(names({ urut: "b3" })).toEqual([other.name, puskesmas.name]);
    expect(names({ keadaan: "terlaksana" })).toEqual([puskesmas.name]);
    expect(names({ keadaan: "terlaksana", periode: "b4" })).toEqual([]);
    expect(names({ keadaan: "%00", urut: "constructor", tahun: "besok" })).toHaveLength(2);
  });
});

describe("the levels above", () => {
  test("add up the puskesmas by kabupaten and by province, and lead down to them", async () => {
    const { province, kabupaten, puskesmas, reviewer } = await makeWorld();
    const neighbour = await makeKabupaten({ parentId: province.id });
    await makePuskesmas({ parentId: neighbour.id });
    await makePuskesmas({ parentId: kabupaten.id });
    await makeHeldLokmin({ host: puskesmas, kind: "MONTHLY_LOKMIN", day: "2024-01-09", approvedOn: "2024-01-10" });
    const above = await makeActor("DINKES_REVIEWER", { organisationId: province.id });
    const rows = await rowsOf(above);
    expect(rows.map(({ id, puskesmas: count }) => [id, count])).toEqual([
      [kabupaten.id, 2],
      [neighbour.id, 1],
    ]);
    expect(rows[0]?.cells[0]).toMatchObject({ held: 1, due: 2, inTime: 1, reportOverdue: 1, meetingId: null });
    expect(rows[1]?.cells[0]).toMatchObject({ held: 0, due: 1 });
    expect(await rowsOf(above, kabupaten.id)).toEqual(await rowsOf(reviewer));
    expect((await officeOf(above, kabupaten.id)).above).toEqual([{ id: province.id, name: province.name }]);
  });

  test("nobody sees an office that is not below his own, and a puskesmas has no matrix", async () => {
    const { province, puskesmas, reviewer } = await makeWorld();
    const stranger = await makeKabupaten({ parentId: province.id });
    expect(await findOffice(reviewer, stranger.id)).toBeNull();
    expect(await findOffice(reviewer, province.id)).toBeNull();
    expect(await findOffice(reviewer, puskesmas.id)).toBeNull();
    expect(await findOffice(await makeActor("PUSKESMAS_HEAD", { organisationId: puskesmas.id }))).toBeNull();
  });

  test("the days of the nearest office above count where a kabupaten set none", async () => {
    const { province, kabupaten, puskesmas, reviewer } = await makeWorld();
    await makeHeldLokmin({ host: puskesmas, kind: "MONTHLY_LOKMIN", day: "2024-01-20" });
    expect(await findDueDates(reviewer)).toEqual({ monthlyDay: 31, reportDays: 7, by: null });
    const admin = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    await setDueDates(admin, { monthlyDay: 15, reportDays: 7 });
    expect((await findDueDates(reviewer)).by).toEqual({ id: province.id, name: province.name });
    expect((await rowsOf(reviewer))[0]?.cells[0]?.inTime).toBe(0);
    await setDueDates(await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id }), {
      monthlyDay: 20,
      reportDays: 7,
    });
    expect((await rowsOf(reviewer))[0]?.cells[0]?.inTime).toBe(1);
    await expect(setDueDates(reviewer, { monthlyDay: 1, reportDays: 1 })).rejects.toThrow(NotAllowed);
  });
});

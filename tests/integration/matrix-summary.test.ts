import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { levelOf } from "@/lib/matrix/office";
import { readMatrix } from "@/lib/matrix/reads";
import { scopeOf } from "@/lib/matrix/scope-sql";
import { keptSource, liveSource } from "@/lib/matrix/source";
import { refreshSummaries } from "@/lib/matrix/summary";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import { makeActionItem, makeProgressReport } from "../factories/action-items";
import { makeAttendance } from "../factories/attendance";
import { makeEvent } from "../factories/events";
import { makeInvitation } from "../factories/invitations";
import { makeHeldLokmin } from "../factories/matrix";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

const zone = "Asia/Jakarta";
const today = dayOf(new Date(), zone);
const year = Number(today.slice(0, 4));
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function makeWorld() {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const [host, partner] = [
    await makePuskesmas({ parentId: kabupaten.id }),
    await makePuskesmas({ parentId: kabupaten.id }),
  ];
  const actor = await makeActor("DINKES_REVIEWER", { organisationId: province.id });
  const meeting = await makeHeldLokmin({
    ...{ host, organisers: [partner], day: `${year}-01-20` },
    ...{ approvedOn: `${year}-01-21`, reportedOn: `${year}-01-22` },
  });
  const item = await makeActionItem({ meetingId: meeting.id, deadline: dayToDate(addDays(today, 3)) });
  const done = await makeActionItem({ meetingId: meeting.id, deadline: dayToDate(`${year}-03-01`) });
  await makeProgressReport({ itemId: done.id, status: "DONE", createdAt: dayToDate(`${year}-02-01`) });
  const invitation = await makeInvitation({ meetingId: meeting.id, sector: "SECURITY" });
  await makeAttendance({ meetingId: meeting.id, invitation });
  const office = { ...actor.organisation, level: levelOf("PROVINCIAL_DINKES"), above: [] };
  const read = async (source = keptSource, day = today) => readMatrix(scopeOf(actor, office), source, year, day);
  return { host, partner, meeting, item, read };
}

describe("the kept summaries", () => {
  test("say the same as counting now, also after a write that its event told of", async () => {
    const { partner, meeting, item, read } = await makeWorld();
    expect(await refreshSummaries(new Date())).toBe(2);
    const before = await read();
    expect(before).toEqual(await read(liveSource(today)));
    expect(before.rows[0]).toMatchObject({ puskesmas: 2, open: 2, attendance: { invited: 2, came: 2 } });
    await db.actionItem.update({ where: { id: item.id }, data: { status: "CANCELLED" } });
    await makeHeldLokmin({ host: partner, kind: "MONTHLY_LOKMIN", day: `${year}-01-05` });
    expect(await refreshSummaries(later(1))).toBe(0);
    expect(await read()).toEqual(before);
    // The event of the joint meeting leads to both of its puskesmas.
    await makeEvent({ organisationId: meeting.hostId, meetingId: meeting.id });
    expect(await refreshSummaries(later(2))).toBe(2);
    expect(await read()).toEqual(await read(liveSource(today)));
    expect(await read()).not.toEqual(before);
  });

  test("follow the day: what was due becomes overdue without anybody writing", async () => {
    const { read } = await makeWorld();
    await refreshSummaries(new Date());
    expect((await read()).rows[0]).toMatchObject({ overdue: 0 });
    expect(await refreshSummaries(later(60 * 24 * 4))).toBe(2);
    const then = dayOf(later(60 * 24 * 4), zone);
    expect((await read(keptSource, then)).rows[0]).toMatchObject({ overdue: 2 });
    expect(await read(keptSource, then)).toEqual(await read(liveSource(then), then));
  });

  test("look at events once they are settled, never past one that may commit late", async () => {
    const { host } = await makeWorld();
    await refreshSummaries(new Date());
    await makeEvent({ organisationId: host.id });
    expect(await refreshSummaries(later(1))).toBe(1);
    expect(await refreshSummaries(later(2))).toBe(1);
    expect(await refreshSummaries(later(20))).toBe(1);
    expect(await refreshSummaries(later(21))).toBe(0);
  });
});

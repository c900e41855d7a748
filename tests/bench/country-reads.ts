// What the pages of a Dinkes read, as their pages ask for it, over the database of DATABASE_URL: JSON to the file named.
import { writeFileSync } from "node:fs";
import { type Actor, findActor } from "@/lib/actor";
import { findTurnout } from "@/lib/attendance/statistics";
import { db, pool } from "@/lib/db";
import { listEscalations } from "@/lib/escalations/reads";
import { escalationFilterSchema } from "@/lib/escalations/schema";
import { countActionItems, listFollowUps, listItemsNeedingAttention } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listFollowUpTasks } from "@/lib/follow-up/tasks";
import { findOffice } from "@/lib/matrix/office";
import { findMatrix } from "@/lib/matrix/reads";
import { refreshSummaries } from "@/lib/matrix/summary";
import { listMeetingPage } from "@/lib/meetings/meeting-page";
import { listScope } from "@/lib/plan/item-query";
import { findQueue, listQueuesBelow, listReports } from "@/lib/reviews/reads";
import { reportFilterSchema } from "@/lib/reviews/schema";
import { listReviewTasks } from "@/lib/reviews/tasks";
import { dayOf } from "@/lib/time";

const now = new Date();
const today = dayOf(now, "Asia/Jakarta");
const secondsEach = 2;

async function matrix(actor: Actor) {
  const office = await findOffice(actor);
  return office && findMatrix(actor, office, now.getFullYear(), now);
}

const pages: Record<string, (actor: Actor) => Promise<unknown>> = {
  "/beranda": (actor) =>
    Promise.all([
      matrix(actor),
      countActionItems(actor, today),
      listItemsNeedingAttention(actor, now, 6),
      listFollowUpTasks(actor, now),
      listReviewTasks(actor, now),
    ]),
  "/matriks": matrix,
  "/tindak-lanjut": (actor) => listFollowUps(actor, followUpSchema.parse({}), now),
  "/tinjauan": (actor) =>
    Promise.all([findQueue(actor, now), listReports(actor, reportFilterSchema.parse({}), now), listQueuesBelow(actor)]),
  "/eskalasi": (actor) =>
    Promise.all([listEscalations(actor, escalationFilterSchema.parse({}), now), listScope(actor)]),
  "/tinjauan?keadaan=semua": (actor) => listReports(actor, reportFilterSchema.parse({ keadaan: "semua" }), now),
  "/siapa-datang": (actor) => findTurnout(actor, { kind: "QUARTERLY_LOKMIN" }, now),
  "/kegiatan": (actor) => listMeetingPage(actor, { year: now.getFullYear(), today, month: null }),
};

async function measure(read: () => Promise<unknown>, connections: number) {
  const times: number[] = [];
  const until = performance.now() + secondsEach * 1000;
  const visitor = async () => {
    do {
      const from = performance.now();
      await read();
      times.push(performance.now() - from);
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: connections }, visitor));
  times.sort((one, other) => one - other);
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { best: times[0] ?? 0, p50: share(0.5), p95: share(0.95), count: times.length };
}

await refreshSummaries(now);
const users = await db.user.findMany({ orderBy: { email: "asc" }, select: { id: true, email: true } });
const found = [];
for (const { id, email } of users) {
  const actor = await findActor(id);
  if (!actor) continue;
  for (const [page, read] of Object.entries(pages)) {
    await read(actor);
    for (const connections of [1, 16])
      found.push({
        visitor: email.split("@")[0],
        page,
        connections,
        ...(await measure(() => read(actor), connections)),
      });
  }
}
writeFileSync(process.argv[2] ?? "country-reads.json", JSON.stringify(found, null, 2));
await db.$disconnect();
await pool.end();

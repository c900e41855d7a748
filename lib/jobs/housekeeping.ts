import { z } from "zod";
import { db } from "@/lib/db";
import { sweepBucket } from "@/lib/documents/sweep";
import { deleteExpiredImports } from "@/lib/imports/drafts";
import { deleteOldNotifications } from "@/lib/notifications/make";
import { maskExpired } from "@/lib/privacy/mask";
import { deleteOldUndoSteps } from "@/lib/undo/keep";
import { deleteOldDeliveries } from "@/lib/webhooks/deliver";

const dayMs = 86_400_000;
const keptDays = 90;
/** A clock that is a year ahead would mask at once what is kept for years: each of the hourly runs goes on by so much at most. */
const mostStepMs = 2 * dayMs;

export async function runHousekeeping(now: Date): Promise<void> {
  const startedAt = now;
  const drafts = await deleteExpiredImports();
  await deleteOldDeliveries(now);
  await db.rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } });
  await db.waitingForm.deleteMany({ where: { until: { lt: now } } });
  await deleteOldUndoSteps(now);
  const maskedUntil = await nextMasking(now);
  const masked = await maskExpired(maskedUntil);
  const objects = await sweepBucket(now);
  const notifications = await deleteOldNotifications(now);
  await db.job.deleteMany({
    where: {
      OR: [
        { createdAt: { lt: new Date(now.getTime() - keptDays * dayMs) }, NOT: { finishedAt: null, failedAt: null } },
        { kind: "housekeeping" },
      ],
    },
  });
  await db.job.create({
    data: {
      kind: "housekeeping",
      requester: "Lokmin",
      subject: "",
      payload: { maskedUntil: maskedUntil.toISOString() },
      attempts: 1,
      createdAt: startedAt,
      finishedAt: new Date(),
      outcome: `${drafts} unggahan impor lama, ${objects} berkas tanpa pemilik, dan ${notifications} pemberitahuan lama dihapus; ${masked} baris data pribadi lewat masa simpannya`,
    },
  });
}

const maskedBefore = z.object({ maskedUntil: z.iso.datetime() });

async function nextMasking(now: Date): Promise<Date> {
  const last = await db.job.findFirst({
    where: { kind: "housekeeping" },
    orderBy: { createdAt: "desc" },
    select: { payload: true, createdAt: true },
  });
  if (!last) return now;
  const { success, data } = maskedBefore.safeParse(last.payload);
  const before = success ? new Date(data.maskedUntil) : last.createdAt;
  return new Date(Math.min(now.getTime(), before.getTime() + mostStepMs));
}

import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { formatMoment } from "@/lib/time";

const toldDays = 30;

export async function listGivenLinks(actor: Actor, now: Date) {
  return db.signInLink.findMany({
    where: {
      userId: actor.userId,
      createdAt: { gt: new Date(now.getTime() - toldDays * 24 * 3_600_000) },
      createdBy: { id: { not: actor.userId } },
    },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: {
      id: true,
      createdAt: true,
      expiresAt: true,
      usedAt: true,
      createdBy: { select: { name: true, organisation: { select: { name: true } } } },
    },
  });
}

export type GivenLink = Awaited<ReturnType<typeof listGivenLinks>>[number];

export function givenLinkWords({ createdAt, expiresAt, usedAt, createdBy }: GivenLink, now: Date, timeZone: string) {
  const who = createdBy ? `${createdBy.name} (${createdBy.organisation.name})` : "Admin";
  const became = usedAt
    ? `dipakai ${formatMoment(usedAt, timeZone)} untuk membuat kata sandi baru`
    : expiresAt > now
      ? `belum dipakai, berlaku sampai ${formatMoment(expiresAt, timeZone)}`
      : "tidak dipakai dan sudah berakhir";
  return `${who} membuat tautan masuk untuk akun Anda pada ${formatMoment(createdAt, timeZone)}; ${became}.`;
}

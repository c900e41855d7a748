import type { Actor } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

const kept = { include: { organisation: { select: { name: true } } } } satisfies Prisma.CertificateDefaultArgs;

export type KeptCertificate = Prisma.CertificateGetPayload<typeof kept>;

export async function findCertificate(actor: Actor, id: string): Promise<KeptCertificate | null> {
  if (!isId(id)) return null;
  return db.certificate.findFirst({ ...kept, where: { id, meeting: meetingsVisibleTo(actor) } });
}

const mostOfOne = 1000;

export function listInForce(actor: Actor, meetingId: string): Promise<KeptCertificate[]> {
  return db.certificate.findMany({
    ...kept,
    where: { meetingId, withdrawnAt: null, meeting: meetingsVisibleTo(actor) },
    orderBy: [{ createdAt: "asc" }, { numberKey: "asc" }],
    take: mostOfOne,
  });
}

export function listCertificates(actor: Actor, meetingId: string) {
  return db.certificate.findMany({
    where: { meetingId, meeting: meetingsVisibleTo(actor) },
    orderBy: [{ createdAt: "asc" }, { numberKey: "asc" }],
    take: mostOfOne,
    select: {
      ...{ id: true, invitationId: true, number: true, name: true, institution: true, day: true, expiresOn: true },
      ...{ withdrawnAt: true, withdrawReason: true, withdrawer: true, skpValue: true },
    },
  });
}

export type ListedCertificate = Awaited<ReturnType<typeof listCertificates>>[number];

export async function lastPattern(tx: Db, organisationId: string): Promise<string | null> {
  const last = await tx.certificate.findFirst({
    where: { organisationId },
    orderBy: { createdAt: "desc" },
    select: { pattern: true },
  });
  return last?.pattern ?? null;
}

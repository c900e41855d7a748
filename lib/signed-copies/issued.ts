import { createHash } from "node:crypto";
import { db } from "@/lib/db";
import { shownCheckCode } from "@/lib/papers/check-code";
import type { CopiedPaper } from "@/lib/signed-copies/open";

const mostCompared = 50;

/** The PDF of ours whose bytes this one begins with: an electronic signature is appended to them. */
export async function findIssued(
  { paperKind, subjectId, organisationId }: CopiedPaper,
  bytes: Buffer,
): Promise<{ code: string; at: Date } | null> {
  const issued = await db.issuedPaper.findMany({
    where: { kind: paperKind, subjectId, organisationId, size: { lte: bytes.length } },
    orderBy: { createdAt: "desc" },
    take: mostCompared,
    select: { code: true, createdAt: true, size: true, sha256: true },
  });
  const found = issued.find(({ size, sha256 }) => sha256Of(bytes.subarray(0, size)) === sha256);
  return found ? { code: shownCheckCode(found.code), at: found.createdAt } : null;
}

const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

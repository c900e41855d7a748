import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { newCheckCode } from "@/lib/papers/check-code";
import type { IssuedPaper, Prisma } from "@/prisma/generated/client";

/** A daftar hadir that was made as a PDF; its bytes are the caller's matter. */
export function makeIssuedPaper(
  overrides: Partial<Prisma.IssuedPaperUncheckedCreateInput> & { organisationId: string },
): Promise<IssuedPaper> {
  return db.issuedPaper.create({
    data: {
      id: randomUUID(),
      code: newCheckCode(),
      kind: "attendance-list",
      subjectId: overrides.meetingId ?? overrides.organisationId,
      options: "",
      contentHash: randomUUID(),
      sha256: "0".repeat(64),
      size: 1,
      creator: "Petugas",
      ...overrides,
    },
  });
}

import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import type { OwnerLink, Prisma } from "@/prisma/generated/client";

type OwnerLinkOptions = Partial<Prisma.OwnerLinkCreateManyInput> & { organisationId: string; ownerKey: string };
export type OwnerLinkRow = Prisma.OwnerLinkCreateManyInput & { id: string };

/** The personal link of an owner, and its token; not saved. */
export function ownerLinkRow(overrides: OwnerLinkOptions): { row: OwnerLinkRow; token: string } {
  const token = newToken();
  const [kind, id = null] = overrides.ownerKey.split(":");
  return {
    token,
    row: {
      seatId: kind === "seat" ? id : null,
      userId: kind === "user" ? id : null,
      institution: "Pemerintah Desa",
      ...overrides,
      id: overrides.id ?? randomUUID(),
      tokenHash: hashToken(token),
      tokenSealed: sealToken(token),
    },
  };
}

export async function makeOwnerLink(options: OwnerLinkOptions): Promise<OwnerLink & { token: string }> {
  const { row, token } = ownerLinkRow(options);
  return { ...(await db.ownerLink.create({ data: row })), token };
}

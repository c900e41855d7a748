import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import type { OwnerLink, Prisma } from "@/prisma/generated/client";

type Owner = { seatId: string } | { userId: string } | { personId: string };
type OwnerLinkOptions = Partial<Prisma.OwnerLinkCreateManyInput> & { organisationId: string } & Owner;
export type OwnerLinkRow = Prisma.OwnerLinkCreateManyInput & { id: string };

/** The personal link of an owner, and its token; not saved. */
export function ownerLinkRow(overrides: OwnerLinkOptions): { row: OwnerLinkRow; token: string } {
  const token = newToken();
  return {
    token,
    row: {
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

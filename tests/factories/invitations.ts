import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import type { Answer, HolderPrefix, Invitation, Prisma, Sector } from "@/prisma/generated/client";
import { inventedPhone, nextNumber } from "./counter";

/** A seat as an invitation copies it; the holder may be missing. */
export type SeatToInvite = {
  id: string;
  title: string;
  institution: string;
  sector: Sector;
  villageCode?: string | null;
  protocolOrder: number;
  holder?: {
    prefix?: HolderPrefix | null;
    name: string;
    ownPost?: string | null;
    phone?: string | null;
    email?: string | null;
  } | null;
};

type InvitationOptions = Partial<Prisma.InvitationCreateManyInput> & { meetingId: string; seat?: SeatToInvite };
export type InvitationRow = Prisma.InvitationCreateManyInput & { id: string };

/** An invitation and the token of its link, copied from a seat where one is given; not saved. */
export function invitationRow({ seat, ...overrides }: InvitationOptions): { row: InvitationRow; token: string } {
  const token = newToken();
  const number = nextNumber();
  return {
    token,
    row: {
      seatId: seat?.id ?? null,
      title: seat?.title ?? `Jabatan ${number}`,
      institution: seat?.institution ?? `Instansi ${number}`,
      sector: seat?.sector ?? "DESA",
      villageCode: seat?.villageCode ?? null,
      protocolOrder: seat?.protocolOrder ?? 50,
      holderPrefix: seat?.holder?.prefix ?? null,
      holderName: seat ? (seat.holder?.name ?? null) : `Pejabat ${number}`,
      holderOwnPost: seat?.holder?.ownPost ?? null,
      phone: seat ? (seat.holder?.phone ?? null) : inventedPhone(),
      email: seat?.holder?.email ?? null,
      ...overrides,
      id: overrides.id ?? randomUUID(),
      tokenHash: hashToken(token),
      tokenSealed: sealToken(token),
    },
  };
}

/** An invitation with the token of its link: its page is `/u/${token}`. */
export async function makeInvitation(options: InvitationOptions): Promise<Invitation & { token: string }> {
  const { row, token } = invitationRow(options);
  return { ...(await db.invitation.create({ data: row })), token };
}

type AnswerOptions = Partial<Prisma.AnswerCreateManyInput> & { invitationId: string };

/** "Hadir", given now; a delegate or a reason is invented where the choice needs one; not saved. */
export function answerRow(overrides: AnswerOptions): Prisma.AnswerCreateManyInput {
  const choice = overrides.choice ?? "PRESENT";
  return {
    ...(choice === "REPRESENTED"
      ? { delegateName: `Wakil ${nextNumber()}`, delegateTitle: "Sekretaris", delegateInstitution: "Instansi wakil" }
      : {}),
    ...(choice === "ABSENT" ? { reason: "Tugas luar" } : {}),
    answeredAt: new Date(),
    ...overrides,
    choice,
  };
}

export function makeAnswer(options: AnswerOptions): Promise<Answer> {
  return db.answer.create({ data: answerRow(options) });
}

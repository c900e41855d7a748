import type { MeetingKind } from "@/prisma/generated/enums";

/** Kinds of meetings that an office words types of; a visit has its programme instead. */
export type TypedKind = Exclude<MeetingKind, "COACHING_VISIT">;

export const typeFields = {
  MONTHLY_LOKMIN: "typeOfBulanan",
  QUARTERLY_LOKMIN: "typeOfTriwulanan",
  PRE_LOKMIN: "typeOfPraLokmin",
  STUNTING_MINILOK: "typeOfStunting",
  KALAKARYA: "typeOfKalakarya",
} as const satisfies Record<TypedKind, string>;

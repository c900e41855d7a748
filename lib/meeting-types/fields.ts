import type { MeetingKind } from "@/prisma/generated/enums";

export const typeFields = {
  MONTHLY_LOKMIN: "typeOfBulanan",
  QUARTERLY_LOKMIN: "typeOfTriwulanan",
  PRE_LOKMIN: "typeOfPraLokmin",
  STUNTING_MINILOK: "typeOfStunting",
  KALAKARYA: "typeOfKalakarya",
} as const satisfies Record<MeetingKind, string>;

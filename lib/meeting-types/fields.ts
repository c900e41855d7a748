import type { MeetingKind } from "@/prisma/generated/enums";

/** The field in which the type (jenis) of each kind is chosen: the form shows that of the chosen kind. */
export const typeFields = {
  MONTHLY_LOKMIN: "typeOfBulanan",
  QUARTERLY_LOKMIN: "typeOfTriwulanan",
  PRE_LOKMIN: "typeOfPraLokmin",
  STUNTING_MINILOK: "typeOfStunting",
  KALAKARYA: "typeOfKalakarya",
} as const satisfies Record<MeetingKind, string>;

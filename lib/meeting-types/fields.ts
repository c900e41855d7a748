import type { MeetingKind } from "@/prisma/generated/enums";

/** The field in which the type (jenis) of each kind is chosen: the form shows that of the chosen kind. */
export const typeFields = {
  LOKMIN_BULANAN: "typeOfBulanan",
  LOKMIN_TRIWULANAN: "typeOfTriwulanan",
  PRA_LOKMIN: "typeOfPraLokmin",
  MINILOK_STUNTING: "typeOfStunting",
  KALAKARYA: "typeOfKalakarya",
} as const satisfies Record<MeetingKind, string>;

import type { WrittenValues } from "@/lib/directory/import-rows";
import type { KnownSeat } from "@/lib/directory/import-standing";
import type { Sector } from "@/prisma/generated/enums";

export type RowValues = Omit<WrittenValues, "village" | "phones"> & { villageCode: string | null };

export const effects = ["baru", "ganti", "kosong", "perbarui", "tetap"] as const;

export type Effect = (typeof effects)[number];

export type ReadyRow = {
  row: number;
  label: string;
  values: RowValues;
  seat: KnownSeat | null;
  ordinal: number;
  sector: Sector;
  protocolOrder: number;
  effect: Effect;
  /** "Nomor HP: 0840-0000-0001 → kosong", one line each. */
  changes: string[];
  warnings: string[];
};

export type WholeRow = { row: number; label: string; values: RowValues };

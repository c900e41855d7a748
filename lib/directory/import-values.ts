import type { WrittenValues } from "@/lib/directory/import-rows";
import type { KnownSeat } from "@/lib/directory/import-standing";
import type { Sector } from "@/prisma/generated/enums";

/** What a row says, once it is known which desa and which number it means. */
export type RowValues = Omit<WrittenValues, "village" | "phones"> & { villageCode: string | null };

/** What importing a row does: a new seat, another holder, nobody any more, other data, or nothing. */
export const effects = ["baru", "ganti", "kosong", "perbarui", "tetap"] as const;

export type Effect = (typeof effects)[number];

export type ReadyRow = {
  row: number;
  label: string;
  values: RowValues;
  seat: KnownSeat | null;
  /** Which of the seats of the same words a new one is. */
  ordinal: number;
  sector: Sector;
  protocolOrder: number;
  effect: Effect;
  /** "Nomor HP: 0840-0000-0001 → kosong", one line each. */
  changes: string[];
  warnings: string[];
};

/** A row of a file that is whole in itself, with the desa it means. */
export type WholeRow = { row: number; label: string; values: RowValues };

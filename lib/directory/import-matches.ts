import type { HolderPrefix, Sector } from "@/prisma/generated/enums";

/** What the directory says today, as far as the rows of a file touch it. */
export type KnownDirectory = {
  /** By row number: which seat the row means. The key is the same for rows that mean the same one. */
  matches: Map<number, { key: string; seat: KnownSeat | null }>;
  ownVillages: Set<string>;
  /** Names of desa outside the working area that rows ask for. */
  foreignVillages: Map<string, string>;
  /** Present holders with a phone, of all seats that are not archived. */
  phones: { seatId: string; phone: string; name: string; seat: string }[];
};

export type KnownSeat = {
  id: string;
  sector: Sector;
  protocolOrder: number;
  holder: {
    id: string;
    name: string;
    prefix: HolderPrefix | null;
    ownPost: string | null;
    phone: string | null;
    email: string | null;
  } | null;
};

import type { HolderPrefix, LetterUrgency } from "@/prisma/generated/enums";

export type LetterSignatory = {
  prefix: HolderPrefix | null;
  seat: string | null;
  name: string | null;
  rank: string | null;
  /** "NIP 19830826 200904 1 002". */
  number: string | null;
  onBehalfOf: string | null;
  through: string | null;
};

/** What a paper says of itself as a letter; without a number it is a draft. */
export type LetterFacts = {
  number: string | null;
  /** "2026-06-24". */
  day: string | null;
  place: string | null;
  urgency: LetterUrgency;
  attachment: string | null;
  subject: string;
  addressees: string;
  copies: string[];
  signatory: LetterSignatory;
};

export type LetterSubject = { meetingId: string } | { escalationId: string } | { feedbackId: string };

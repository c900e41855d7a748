export const undoKinds = [
  "roll",
  "answer",
  "invitation",
  "sent",
  "item",
  "problem",
  "scores",
  "photo",
  "scan",
  "material",
  "simulation",
  "observation",
] as const;

export type UndoKind = (typeof undoKinds)[number];

export function isUndoKind(word: string): word is UndoKind {
  return (undoKinds as readonly string[]).includes(word);
}

export const officeUndoKinds = ["holiday", "licence"] as const;

export type OfficeUndoKind = (typeof officeUndoKinds)[number];

export function isOfficeUndoKind(word: string): word is OfficeUndoKind {
  return (officeUndoKinds as readonly string[]).includes(word);
}

/** How long an action can be taken back, in milliseconds. */
export const undoTime = 60 * 60 * 1000;

import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { DocumentKind, NoteSection, Prisma } from "@/prisma/generated/client";
import { makeActionItem } from "./action-items";
import { makeAttendance } from "./attendance";
import { nextNumber } from "./counter";
import { makeInvitation } from "./invitations";

/** A photo or scan whose bytes do not matter; not saved. */
export function documentRow(overrides: Partial<Prisma.DocumentCreateManyInput> & { kind: DocumentKind }) {
  return {
    name: `foto ${nextNumber()}.jpg`,
    mimeType: "image/jpeg",
    size: 3,
    sha256: "0".repeat(64),
    uploader: "Petugas",
    position: overrides.kind === "MEETING_PHOTO" ? nextNumber() : null,
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

/** A line of the minutes; not saved. */
export function noteRow(
  section: NoteSection,
  overrides: Partial<Prisma.NoteCreateManyInput> & { meetingId: string },
): Prisma.NoteCreateManyInput {
  const number = nextNumber();
  return {
    section,
    position: number,
    text: `Catatan ${number}`,
    revision: 1,
    author: "Notulis",
    editor: "Notulis",
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

const parts = ["undangan", "daftar-hadir", "foto", "permasalahan", "hambatan", "rekomendasi", "rtl"] as const;

const sections: Partial<Record<(typeof parts)[number], NoteSection>> = {
  permasalahan: "PROBLEMS",
  hambatan: "OBSTACLES",
  rekomendasi: "RECOMMENDATIONS",
};

/** Everything the default list requires of a Lokmin. @param without what is left out */
export async function makeEvidence(
  meeting: { id: string; hostId: string },
  without: readonly (typeof parts)[number][] = [],
) {
  const meetingId = meeting.id;
  for (const part of parts) {
    if (without.includes(part)) continue;
    const section = sections[part];
    if (section) await db.note.create({ data: noteRow(section, { meetingId }) });
    if (part === "undangan") await makeInvitation({ meetingId, handedOutAt: new Date() });
    if (part === "daftar-hadir") await makeAttendance({ meetingId });
    if (part === "foto")
      await db.document.create({
        data: documentRow({ meetingId, kind: "MEETING_PHOTO" }),
      });
    if (part === "rtl") await makeActionItem({ meetingId, createdAt: new Date(Date.now() - 1000) });
  }
}

/** An approval by the kepala puskesmas; not saved. */
export function approvalRow(
  overrides: Partial<Prisma.ApprovalCreateManyInput> & { meetingId: string },
): Prisma.ApprovalCreateManyInput & { id: string } {
  return {
    number: 1,
    approver: "Kepala Puskesmas",
    position: "Kepala Puskesmas",
    checklist: [],
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

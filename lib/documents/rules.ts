import { normalForm, withoutTail } from "@/lib/normal-form";
import type { DocumentKind, MeetingStatus } from "@/prisma/generated/enums";

export const documentKindNames: Record<DocumentKind, string> = {
  DELEGATION_LETTER: "surat kuasa",
  ATTENDANCE_SCAN: "pindaian daftar hadir",
  SIGNATURE: "tanda tangan",
  MEETING_PHOTO: "foto kegiatan",
  PROGRESS_PHOTO: "foto bukti",
  ESCALATION_LETTER: "surat balasan Dinkes",
  LOGO_LEFT: "logo kiri kop surat",
  LOGO_RIGHT: "logo kanan kop surat",
  WORD_FORM: "formulir Word",
  ISSUED_PAPER: "PDF surat",
  SIGNED_COPY: "salinan bertanda tangan",
  EVIDENCE_PART: "bagian berkas akreditasi",
  TRAINING_MATERIAL: "materi pelatihan",
  OUTSIDE_CERTIFICATE: "sertifikat dari luar",
  QUESTION_PICTURE: "gambar soal",
};

const megabyte = 1024 * 1024;

export const photoLimit = 12 * megabyte;
export const pdfLimit = 5 * megabyte;
export const tooBigPhoto = "Berkas ini lebih dari 12 MB. Foto ulang dengan ukuran biasa, atau kecilkan.";
export const keptPhotoSize = 300 * 1024;

export const documentsPerOwner = {
  DELEGATION_LETTER: 3,
  ATTENDANCE_SCAN: 20,
  MEETING_PHOTO: 30,
  PROGRESS_PHOTO: 4,
  TRAINING_MATERIAL: 20,
} as const satisfies Partial<Record<DocumentKind, number>>;

export type MeetingDocumentKind = "ATTENDANCE_SCAN" | "MEETING_PHOTO" | "TRAINING_MATERIAL";

export type UploadedKind = MeetingDocumentKind | "DELEGATION_LETTER";

const states: Record<"staff" | "link", Record<UploadedKind, readonly MeetingStatus[]>> = {
  staff: {
    DELEGATION_LETTER: ["SCHEDULED", "IN_PROGRESS", "CLOSED"],
    // The signed paper is scanned when everybody has gone home.
    ATTENDANCE_SCAN: ["IN_PROGRESS", "CLOSED"],
    MEETING_PHOTO: ["IN_PROGRESS", "CLOSED"],
    TRAINING_MATERIAL: ["DRAFT", "SCHEDULED", "POSTPONED", "IN_PROGRESS", "CLOSED"],
  },
  link: {
    DELEGATION_LETTER: ["SCHEDULED", "IN_PROGRESS"],
    ATTENDANCE_SCAN: [],
    MEETING_PHOTO: [],
    TRAINING_MATERIAL: [],
  },
};

export function documentStatuses(way: "staff" | "link", kind: UploadedKind): readonly MeetingStatus[] {
  return states[way][kind];
}

export function takesDocument(way: "staff" | "link", kind: UploadedKind, status: MeetingStatus): boolean {
  return states[way][kind].includes(status);
}

export const acceptedTypes = "image/jpeg,image/png,image/webp,application/pdf";
export const acceptedPhotoTypes = "image/jpeg,image/png,image/webp";

export function formatSize(bytes: number): string {
  if (bytes >= megabyte) return `${(bytes / megabyte).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString("id-ID")} KB`;
}

const longestName = 120;
const longestRead = 1000;
const isBlankOrDot = (sign: string) => sign === "." || sign.trim() === "";

/**
 * A name to show and to save under: no path, no signs that hide or turn round what it says, and the ending of what the
 * file really is.
 */
export function cleanFileName(name: string, extension: string): string {
  const last = normalForm(name.slice(-longestRead)).split(/[\\/]/).pop() ?? "";
  const stem = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\.[^.]{1,8}$/, "")
    .replace(/^[.\s]+/, "");
  return `${[...withoutTail(stem, isBlankOrDot)].slice(0, longestName).join("") || "berkas"}.${extension}`;
}

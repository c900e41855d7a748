import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { type Refusal, refuse } from "@/lib/actor";
import { whyNoPdf } from "@/lib/documents/pdf-check";
import { withoutMetadata } from "@/lib/documents/pdf-metadata";
import { shrinkPicture } from "@/lib/documents/picture-process";
import { cleanFileName, formatSize, keptPhotoSize, pdfLimit, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { findTakenClock, takenDay } from "@/lib/documents/taken";
import type { Upload } from "@/lib/documents/upload";
import { dayOf, dayToDate } from "@/lib/time";
import type { DocumentKind } from "@/prisma/generated/enums";

export type PreparedFile = {
  name: string;
  mimeType: string;
  size: number;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** The day a photo was taken, where its camera wrote it. */
  takenOn: Date | null;
};

type Prepared = { ok: true; file: PreparedFile } | Refusal;

const photoTypes: readonly string[] = ["image/jpeg", "image/png", "image/webp"];
const appleTypes: readonly string[] = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"];

const picturesOnly: readonly DocumentKind[] = ["MEETING_PHOTO", "QUESTION_PICTURE"];

const mostPixels = 64_000_000;
const longestEdge = 16_000;
const mostUnfolded = 200 * 1024 * 1024;
const longestDecoding = 8;

const tooManyPixels = `Gambar ini lebih dari ${mostPixels / 1_000_000} megapiksel, terlalu panjang, atau terlalu dalam warnanya. Foto ulang dengan ukuran biasa, atau kecilkan.`;
const broken = "Foto ini rusak atau tidak utuh. Kirim ulang dari galeri, atau foto lagi.";

const brokenHeic =
  "Foto HEIC ini tidak dapat dibuka. Di iPhone: Pengaturan → Kamera → Format → Paling Kompatibel, lalu foto lagi; atau simpan foto ini sebagai JPEG.";

// What was decoded is not kept for a next time: no picture comes twice.
sharp.cache(false);

export async function prepareFile(kind: DocumentKind, upload: Upload): Promise<Prepared> {
  const { bytes, name } = upload;
  if (bytes.length === 0) return no("Berkas ini kosong (0 byte). Pilih berkas lain, atau simpan ulang.");
  if (bytes.length > photoLimit) return no(tooBigPhoto);
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (appleTypes.includes(type)) return photo(name, bytes, true);
  if (photoTypes.includes(type)) {
    const refusal = await refuseHeavy(bytes);
    return refusal ?? photo(name, bytes, false);
  }
  if (type === "application/pdf" && picturesOnly.includes(kind))
    return no("Ini PDF, bukan foto. Pilih foto (JPEG, PNG, WebP); lembar yang dipindai disimpan di bagian Kehadiran.");
  if (type === "application/pdf") return pdf(kind, name, bytes);
  return no(
    `Isi berkas ini bukan foto (JPEG, PNG, WebP)${picturesOnly.includes(kind) ? "" : " atau PDF"}, apa pun namanya. Pilih berkas lain.`,
  );
}

function pdf(kind: DocumentKind, name: string, bytes: Buffer): Prepared {
  const limit = kind === "TRAINING_MATERIAL" ? photoLimit : pdfLimit;
  if (bytes.length > limit)
    return no(
      `PDF ini ${formatSize(bytes.length)}; paling besar ${formatSize(limit)}. Pindai dengan mutu lebih rendah, atau bagi menjadi beberapa berkas.`,
    );
  const trouble = whyNoPdf(bytes);
  // A changed byte would break the signature.
  const clean = trouble ? null : kind === "SIGNED_COPY" ? bytes : withoutMetadata(bytes);
  if (trouble === "active")
    return no(
      "PDF ini berisi skrip, berkas lain, atau formulir yang dapat mengirim. Cetak atau pindai ulang menjadi PDF biasa.",
    );
  if (!clean)
    return no(
      "PDF ini terkunci atau rusak, isinya tidak dapat diperiksa. Simpan ulang tanpa kata sandi, atau pindai ulang.",
    );
  return kept(cleanFileName(name, "pdf"), "application/pdf", clean);
}

async function photo(name: string, bytes: Buffer, isHeic: boolean): Promise<Prepared> {
  return decoded(isHeic ? brokenHeic : broken, async () => {
    const exif = isHeic ? bytes : (await sharp(bytes).metadata()).exif;
    const most = isHeic ? Math.min(mostPixels, mostUnfolded / 4) : mostPixels;
    const limits = { mostPixels: most, wantedSize: keptPhotoSize, seconds: longestDecoding };
    const small = await shrinkPicture({ bytes, isHeic, ...limits });
    return kept(cleanFileName(name, "jpg"), "image/jpeg", small, exif && dayTaken(exif));
  });
}

async function refuseHeavy(bytes: Buffer): Promise<Refusal | null> {
  try {
    const { width, height, channels = 4, depth } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const unfolded = width * height * channels * (depth === "uchar" ? 1 : 2);
    return width * height > mostPixels || Math.max(width, height) > longestEdge || unfolded > mostUnfolded
      ? no(tooManyPixels)
      : null;
  } catch {
    return no(broken);
  }
}

async function decoded(trouble: string, make: () => Promise<Prepared>): Promise<Prepared> {
  try {
    return await make();
  } catch (error) {
    return no(
      /pixel limit/i.test(messageOf(error))
        ? tooManyPixels
        : /timeout/i.test(messageOf(error))
          ? "Gambar ini terlalu lama dibuka. Foto ulang dengan ukuran biasa, atau kecilkan."
          : trouble,
    );
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : "");

/** A camera's clock runs at most as far ahead as the country's easternmost zone. */
function dayTaken(exif: Buffer): Date | null {
  const day = takenDay(findTakenClock(exif), dayOf(new Date(), "Asia/Jayapura"));
  return day === null ? null : dayToDate(day);
}

function kept(name: string, mimeType: string, bytes: Buffer, takenOn: Date | null = null): Prepared {
  return { ok: true, file: { ...preparedFile(name, mimeType, bytes), takenOn } };
}

export function preparedFile(name: string, mimeType: string, bytes: Buffer): PreparedFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, mimeType, size: bytes.length, sha256, bytes: new Uint8Array(bytes), takenOn: null };
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}

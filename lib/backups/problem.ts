import { basename } from "node:path";
import { isUnavailable } from "@/lib/unavailable";

/** What ends a backup or a restore with one sentence for who asked for it. */
export class BackupProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BackupProblem";
  }
}

export function damaged(why: string): BackupProblem {
  return new BackupProblem(
    `Berkas cadangan ini rusak atau terpotong (${why}), jadi tidak dipakai. Pakai cadangan lain, atau salin lagi berkas ini dari tempat asalnya.`,
  );
}

/** An error of the file system or the database in words; any other as it is. */
export function wordsOfStorage(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "42501")
    return new BackupProblem(
      "Pengguna basis data ini tidak boleh membaca semua baris, jadi cadangannya tidak akan lengkap dan tidak dibuat. Isi LOKMIN_OWNER_URL dengan alamat untuk pemilik tabelnya.",
    );
  if (code === "ENOSPC" || code === "EDQUOT")
    return new BackupProblem(
      `Penyimpanan penuh, jadi cadangan ${file} tidak jadi dibuat dan sisanya sudah dihapus. Kosongkan ruang, atau pilih tempat lain; data Lokmin tetap utuh.`,
    );
  if (code === "EROFS")
    return new BackupProblem(
      `Cadangan tidak dapat ditulis di ${file}: penyimpanan itu hanya dapat dibaca. Pilih tempat lain, atau pasang ulang agar dapat ditulis.`,
    );
  if (code === "EACCES" || code === "EPERM")
    return new BackupProblem(`Cadangan tidak dapat ditulis di ${file}. Pilih folder yang boleh ditulis.`);
  if (code === "ENOENT" || code === "ENOTDIR")
    return new BackupProblem(`Tempat untuk ${file} tidak ada. Buat foldernya dulu, atau pasang disknya.`);
  if (code === "EFBIG")
    return new BackupProblem(
      `Cadangan ${file} terlalu besar untuk disk itu: yang berformat FAT32 menampung paling banyak 4 GB satu berkas. Pakai disk berformat exFAT, NTFS, atau ext4.`,
    );
  if (code === "EIO" || code === "ENXIO" || code === "ENODEV") return new BackupProblem(brokenDisk(file));
  if (code === "ENAMETOOLONG") return new BackupProblem(`Nama ${file} terlalu panjang. Pilih nama yang lebih pendek.`);
  if (isUnavailable(error))
    return new BackupProblem(
      `Basis data berhenti menjawab, jadi cadangan ${file} tidak jadi dibuat dan sisanya sudah dihapus. Ulangi bila basis datanya menjawab lagi.`,
    );
  if (code === "EEXIST") return new BackupProblem(`Tempat untuk ${file} bukan folder. Pilih folder lain.`);
  return error;
}

const brokenDisk = (file: string) =>
  `Disk tempat ${file} tidak dapat ditulis atau dibaca dengan benar: mungkin rusak, atau dicabut. Pakai disk lain.`;

/** Why a backup cannot be read, in words; any other error as it is. */
export function wordsOfReading(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR")
    return new BackupProblem(`Berkas ${basename(file)} tidak ada. Periksa nama dan foldernya.`);
  if (code === "EACCES" || code === "EPERM")
    return new BackupProblem(
      `Berkas ${file} tidak boleh dibaca pengguna ini. Jalankan perintah ini sebagai pemilik berkas itu${process.platform === "win32" ? "." : `, atau berikan berkasnya: sudo chown $(id -un) ${file}`}`,
    );
  if (code === "EISDIR") return new BackupProblem(`${file} adalah folder. Sebut berkas cadangan di dalamnya.`);
  if (code === "EIO" || code === "ENXIO" || code === "ENODEV") return new BackupProblem(brokenDisk(file));
  return error;
}

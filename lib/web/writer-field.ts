export const writerField = "$pengguna";

/** A form with it is only to be shown again, filled. */
export const fillOnlyField = "$periksa";
export const fillOnlyWords = "Isian ini belum tersimpan. Periksa, lalu simpan.";

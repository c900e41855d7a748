export const wordFormLimit = 5 * 1024 * 1024;
export const tooBigWordForm = "Formulir Word ini lebih dari 5 MB. Kecilkan gambar di dalamnya, lalu unggah lagi.";
export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const acceptedWordForms = `.docx,${docxType}`;

/** What the national e-office fills in later, as `${nomor_naskah}`. */
export const eOfficeNames = [
  "nomor_naskah",
  "tanggal_naskah",
  "ttd_pengirim",
  "nama_pengirim",
  "nip_pengirim",
] as const;

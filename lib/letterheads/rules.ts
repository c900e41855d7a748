export const logoLimit = 2 * 1024 * 1024;
export const tooBigLogo = "Logo ini lebih dari 2 MB. Kecilkan gambarnya, atau simpan sebagai PNG yang lebih kecil.";
export const acceptedLogos = "image/png,image/jpeg,image/webp,image/svg+xml";

export const mostLetterheads = 20;

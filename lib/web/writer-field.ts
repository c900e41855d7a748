export const writerField = "$pengguna";

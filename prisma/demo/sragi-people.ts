import type { People } from "./directory";

// Invented, all of them: nobody of these places is meant.

export const sragiPeople: People = {
  camat: { name: "Hendrawan Puspasari, S.STP., M.M.", email: "camat@kecamatan-sragi.example" },
  sekcam: "Laksmi Handayani, S.Sos.",
  danramil: "Kapten Inf Wiratno Baskoro",
  kapolsek: { name: "Iptu Yoga Mahardhika" },
  pendidikan: { name: "Sulistyo Wardoyo, M.Pd.", email: "kupt@pendidikan-sragi.example" },
  agama: "Zainul Mukhlasin, S.Ag.",
  kb: "Ratnaningsih Utami, S.E.",
  pkk: "Ny. Mirawati Hendrawan",
  kadinkes: "dr. Bramantyo Adiwilaga, M.Kes.",
  kepalaDesa: [
    "Daeng Rusliadi",
    "Suparwoto Handoko",
    "Komarudin Sanjaya",
    "Tri Margono Saputro",
    "Agus Wiranata",
    "Sholihin Abdul Jabar",
    { name: "Endang Sulasmini", prefix: "PJ", ownPost: "Kepala Seksi Pemerintahan Kecamatan Sragi" },
    "Wagimin Prasojo",
    "Umar Said Kencana",
    { name: "Nurdiansyah Ba'u", phone: null },
  ],
  bidanDesa: [
    "Fitria Maharani, A.Md.Keb.",
    "Desi Anggreani, S.Tr.Keb.",
    "Novita Sekarwati, A.Md.Keb.",
    "Rini Astutiningsih, A.Md.Keb.",
    "Puspita Rahayuningtyas, S.Tr.Keb.",
    "Melani Oktafiani, A.Md.Keb.",
    "Siti Komariah Hasanah, A.Md.Keb.",
    "Yulia Permatasari, S.Tr.Keb.",
    "Ayu Wulandari Ningsih, A.Md.Keb.",
    "Hesti Kurnia Dewanti, A.Md.Keb.",
  ],
  staff: [
    ["Kepala Puskesmas", "dr. Retno Palupi Ningrum"],
    ["Kepala Subbagian Tata Usaha", "Yusnidar Hakimah, S.K.M."],
    ["Penanggung Jawab Klaster 2 (Ibu dan Anak)", "Suryani Mulyaningrum, S.Tr.Keb., S.K.M., M.K.M."],
    ["Penanggung Jawab Klaster 3 (Dewasa dan Lansia)", "Ns. Aditya Purnomosidi, S.Kep."],
    ["Penanggung Jawab Klaster 4 (Penyakit Menular)", "Gilang Rahmansyah, S.K.M."],
    ["Pengelola Promosi Kesehatan", "Intan Kusumawardani, S.K.M."],
    ["Pengelola Gizi", "Dewi Larasati Putri, S.Gz."],
    ["Sanitarian", "Rudi Hartantyo, A.Md.KL."],
    ["Pengelola Imunisasi", "Eka Fitrianingrum, A.Md.Kep."],
  ],
};

export const katibungPeople: People = {
  camat: "Arisandi Wijayakusuma, S.IP.",
  sekcam: "Nurbaiti Sahara, S.E.",
  danramil: "Kapten Cba Sukmono Aji",
  kapolsek: "AKP Rendra Pamungkas",
  pendidikan: "Mulyatini Sastro, M.Pd.",
  agama: "Hasbullah Ramdani, S.H.I.",
  kb: "Elvira Damayantie, S.Sos.",
  pkk: [],
  kadinkes: "dr. Bramantyo Adiwilaga, M.Kes.",
  kepalaDesa: ["Bustomi Nasrullah", "Karyono Wibisana", "Rohmat Subekti", "Asep Sukmadireja"],
  bidanDesa: ["Lilis Suryawati, A.Md.Keb.", "Tuti Herawatie, A.Md.Keb.", "Winda Pramesti, S.Tr.Keb."],
  staff: [
    ["Kepala Puskesmas", "drg. Cahyo Widigdo"],
    ["Kepala Subbagian Tata Usaha", "Marlina Effendie, S.K.M."],
  ],
};

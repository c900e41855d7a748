/** One word for one thing, on screen, on paper and in messages; what it replaced does not come back. */
export const interfaceWords: readonly { word: string; means: string; not: RegExp }[] = [
  {
    word: "dikirim",
    means: "petugas sudah membuka atau menyalin pesan undangan untuk dikirim",
    not: /\b(?:sudah|belum) (?:dihubungi|disampaikan|dibuka untuk dikirim)\b/i,
  },
  { word: "RTL lalu", means: "RTL Lokmin sebelumnya yang belum selesai", not: /\bjanji (?:lalu|yang lalu)\b/i },
  {
    word: "Rekap kehadiran",
    means: "siapa yang datang, diwakili, atau tidak datang sepanjang tahun",
    not: /\bsiapa yang datang\b/i,
  },
  { word: "hadir sendiri", means: "pejabatnya sendiri yang datang, bukan wakilnya", not: /\bdatang sendiri\b/i },
  { word: "nilai sama", means: "dua masalah dengan jumlah USG yang sama", not: /\b(?:skor|nilai) seri\b/i },
  { word: "pejabat definitif", means: "pejabat yang bukan Plt., Plh., atau Pj.", not: /\bpejabat tetap\b/i },
  { word: "Filter, Terapkan", means: "mempersempit daftar", not: /\b(?:saring|saringan) daftar\b/i },
  { word: "Status", means: "keadaan sebuah baris sekarang", not: /(?:label|placeholder)="Keadaan"|>Keadaan</ },
  { word: "Ubah isi pesan", means: "mengubah pesan WhatsApp kantor Anda", not: /\bUbah kata-katanya</ },
  {
    word: "Batalkan undangan",
    means: "yang diundang tidak jadi diundang",
    not: /\bcabut undangan|\bmencabut undangan/i,
  },
  { word: "Tautan Google Maps", means: "tautan ke tempat kegiatan pada peta", not: /\balamat peta\b/i },
  { word: "penanggung jawab", means: "yang melaksanakan sebuah RTL", not: /\bpemilik (?:RTL|rencana|kegiatan)\b/i },
  { word: "dikonfirmasi", means: "petugas membenarkan kehadiran lewat kode", not: /\bdibenarkan petugas\b/i },
  { word: "Kode kesalahan", means: "yang disebutkan kepada admin saat halaman gagal", not: /\bNomor: <code>/ },
];

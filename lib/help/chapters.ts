export type Chapter = {
  id: string;
  title: string;
  reader: "puskesmas" | "dinkes" | "semua";
  lead: string;
  steps: readonly { text: string; href?: string; link?: string }[];
  /** What goes wrong here most often, and how it is mended. */
  hints?: readonly string[];
};

/** The handbook, in the order of the work: from the first day to the visit of the surveyors. */
export const chapters: readonly Chapter[] = [
  {
    id: "hari-pertama",
    title: "Hari pertama",
    reader: "puskesmas",
    lead: "Empat hal perlu ada sebelum Lokmin pertama: wilayah kerja, pengguna, daftar mitra, dan jadwal setahun.",
    steps: [
      {
        text: "Buka Hari pertama: satu halaman yang mencentang sendiri apa yang sudah ada.",
        href: "/mulai",
        link: "Hari pertama",
      },
      {
        text: "Tambah rekan yang ikut mencatat; setiap orang mendapat tautan masuk sendiri.",
        href: "/pengguna",
        link: "Pengguna",
      },
      {
        text: "Isi daftar mitra dari usulan menurut wilayah kerja, atau impor dari Excel. Satu baris untuk satu jabatan.",
        href: "/mitra/usulan",
        link: "Usulan mitra",
      },
      {
        text: "Buat dua belas Lokmin bulanan dan empat triwulanan dalam satu halaman.",
        href: "/kegiatan/rencana",
        link: "Rencana setahun",
      },
    ],
    hints: [
      "Nama pejabat boleh menyusul: jabatan tanpa nama tetap dapat diundang.",
      "Unggahan diperiksa dulu dan tidak menyimpan apa pun sebelum Anda menyetujuinya.",
    ],
  },
  {
    id: "undangan",
    title: "Mengundang",
    reader: "puskesmas",
    lead: "Setiap undangan membawa tautan pribadi. Yang diundang menjawab dari HP tanpa akun.",
    steps: [
      {
        text: "Buka kegiatan, pilih Undangan, centang yang diundang. Undangan Lokmin yang lalu dapat dipakai lagi sekaligus.",
      },
      {
        text: "Buka Kirim. Tombol WhatsApp membuka percakapan dengan pesan yang sudah terisi; sesudah itu barisnya bertanda dikirim.",
      },
      { text: "Tiga hari sebelumnya, ingatkan yang belum menjawab dari daftar Pengingat." },
      { text: "Jawaban lewat telepon dicatat di baris undangannya: Catat jawaban lisan." },
    ],
    hints: [
      "Tanda dikirim berarti petugas membuka atau menyalin pesannya; apakah pesan itu sampai tidak dapat diketahui.",
      "Nomor berubah? Ubah di Mitra, lalu Kirim lagi: tautannya tetap sama.",
    ],
  },
  {
    id: "hari-h",
    title: "Di pintu masuk",
    reader: "puskesmas",
    lead: "Layar absen bekerja dengan satu tangan di HP, juga saat internet putus.",
    steps: [
      { text: "Mulai kegiatan, lalu buka Layar absen di setiap HP petugas selagi ada internet." },
      { text: "Ketik sebagian nama atau desa, ketuk Hadir. Yang diwakili: pilih Diwakili, isi nama wakilnya." },
      { text: "Peserta juga dapat memindai kode di layar proyektor; petugas tinggal mengonfirmasi." },
      { text: "Bila memakai kertas: Daftar kertas, semua hadir kecuali nomor yang Anda ketik." },
    ],
    hints: [
      "Tanpa internet, tanda disimpan di HP itu dan terkirim sendiri saat tersambung. Jangan hapus data peramban sebelum tertulis “semua terkirim”.",
      "Salah ketuk? Tekan nama yang sama, lalu Batalkan tanda.",
      "Keliru memulai? Selama belum ada yang dicatat, mulainya dapat dibatalkan di Ringkasan.",
    ],
  },
  {
    id: "notulen-rtl",
    title: "Notulen dan RTL",
    reader: "puskesmas",
    lead: "Dua orang dapat menulis bersamaan. RTL ditulis di kisi, sepuluh baris dalam beberapa menit.",
    steps: [
      {
        text: "RTL lalu dibahas lebih dulu: setiap baris mendapat status. Yang dilanjutkan mendapat tanggal baru dan alasan.",
      },
      {
        text: "Di RTL, ketik kegiatan, penanggung jawab, batas waktu, desa. Enter membuat baris baru, Tab ke sel berikutnya.",
      },
      { text: "Tabel dari Word atau Excel dapat ditempel; pratinjaunya menunjukkan yang belum terbaca." },
      {
        text: "Tutup kegiatan setelah semua disepakati; lalu sahkan. Yang kurang menurut EP 1.6.2 disebutkan satu per satu.",
      },
    ],
    hints: ["Ketikan tersimpan di peramban sampai terkirim; setelah halaman dimuat ulang isinya ditawarkan lagi."],
  },
  {
    id: "capaian",
    title: "Capaian per desa (PWS)",
    reader: "semua",
    lead: "Angka bulanan setiap desa dibandingkan dengan targetnya; yang tertinggal menjadi bahan masalah di Lokmin.",
    steps: [
      {
        text: "Isi target dan sasaran setahun sekali, lalu angka setiap bulan. Tabel dari Excel dapat ditempel.",
        href: "/capaian/isi",
        link: "Isi capaian",
      },
      {
        text: "Buka satu indikator: garis tahun ini, target, dan tahun lalu; di bawahnya setiap desa, terurut.",
        href: "/capaian",
        link: "Capaian",
      },
      { text: "Usulkan desa yang tertinggal sebagai masalah; angkanya ikut tercatat sebagai data pendukung." },
      {
        text: "Di rapat, tayangkan Capaian di layar proyektor: satu indikator sekali tampil, huruf dijelaskan di bawah.",
      },
    ],
    hints: [
      "Huruf B dan K berarti target tercapai, C dan J belum; K dan J memburuk atau tidak membaik dari bulan lalu.",
      "Bulan yang belum dilaporkan bukan nol: garisnya terputus di bulan itu.",
    ],
  },
  {
    id: "tindak-lanjut",
    title: "Menindaklanjuti",
    reader: "semua",
    lead: "RTL hidup sampai selesai. Penanggung jawab melapor dari HP lewat tautannya sendiri.",
    steps: [
      {
        text: "Yang terlambat dan segera jatuh tempo ada di urutan teratas.",
        href: "/tindak-lanjut",
        link: "Tindak lanjut",
      },
      {
        text: "Kirim pengingat kepada beberapa penanggung jawab sekaligus.",
        href: "/tindak-lanjut/kirim",
        link: "Kirim pengingat",
      },
      { text: "Laporan dari tautan menunggu pemeriksaan Anda sebelum mengubah status." },
      {
        text: "Yang di luar wewenang puskesmas diajukan ke Dinkes dari barisnya: Eskalasi.",
        href: "/eskalasi",
        link: "Eskalasi",
      },
    ],
  },
  {
    id: "surat",
    title: "Surat dan cetakan",
    reader: "semua",
    lead: "Setiap surat dapat dilihat, dicetak sebagai PDF, dan diunduh sebagai Word.",
    steps: [
      {
        text: "Buka kegiatan, pilih Dokumen. Isian yang masih kosong disebutkan, dan surat tidak keluar sebelum diisi.",
      },
      {
        text: "Nomor surat dari agenda surat keluar; nomor yang sudah dipakai ditolak dengan menyebut suratnya.",
        href: "/surat",
        link: "Agenda surat",
      },
      { text: "Berkas bertanda tangan diunggah kembali pada surat yang sama dan disimpan apa adanya." },
    ],
  },
  {
    id: "kalakarya",
    title: "Kalakarya dan pelatihan",
    reader: "semua",
    lead: "Pelatihan memiliki sesi dengan jam pelajaran, tes, sertifikat, dan evaluasi penerapan 90 hari kemudian.",
    steps: [
      { text: "Buat kegiatan berjenis Kalakarya. Di Pelatihan isi tujuan, sesi, narasumber, dan syarat lulus." },
      { text: "Pilih peserta dari daftar pegawai menurut profesi, dari satu atau banyak puskesmas." },
      { text: "Kehadiran dicatat per sesi; tes dikerjakan peserta lewat tautannya, atau nilainya diketik." },
      {
        text: "Sertifikat terbit hanya bagi yang memenuhi syarat. SKP hanya dicantumkan bila nomor dan nilainya diisi.",
      },
      { text: "Temuan sesi evaluasi menjadi RTL; evaluasi penerapan muncul sebagai tugas 90 hari kemudian." },
    ],
  },
  {
    id: "dinkes",
    title: "Dinas Kesehatan",
    reader: "dinkes",
    lead: "Satu antrean untuk laporan, satu untuk eskalasi, dan matriks yang menunjukkan siapa tertinggal.",
    steps: [
      {
        text: "Tinjau laporan: terima, beri catatan, atau kembalikan dengan alasan.",
        href: "/tinjauan",
        link: "Tinjauan",
      },
      {
        text: "Jawab eskalasi dengan nomor dan tanggal surat; jawaban itu bukti EP 1.7.1.",
        href: "/eskalasi",
        link: "Eskalasi",
      },
      { text: "Lihat Lokmin seluruh puskesmas sepanjang tahun.", href: "/matriks", link: "Matriks" },
      {
        text: "Bandingkan capaian: puskesmas menurut indikator, dan siapa paling jauh dari targetnya.",
        href: "/capaian/wilayah",
        link: "Perbandingan capaian",
      },
      { text: "Rencanakan kunjungan pembinaan untuk semua puskesmas sekaligus.", href: "/program", link: "Program" },
    ],
  },
  {
    id: "akreditasi",
    title: "Menjelang kunjungan akreditasi",
    reader: "semua",
    lead: "Bukti EP 1.6.2, 1.3.3, 1.3.4, dan 1.7.1 terkumpul sendiri sepanjang tahun.",
    steps: [
      { text: "Tiga bulan sebelumnya: lihat yang kurang per kegiatan pada daftar periksa di Pengesahan." },
      { text: "Unggah yang masih di kertas: daftar hadir bertanda tangan, surat, foto. Setiap berkas ada tempatnya." },
      {
        text: "Buat berkas setahun sebagai satu ZIP; halaman pertamanya menyebut yang belum ada.",
        href: "/berkas-akreditasi",
        link: "Berkas akreditasi",
      },
      {
        text: "Pada hari kunjungan: tunjukkan halaman indeks ZIP itu. Setiap bukti disebut dengan EP, tanggal, dan nama berkasnya.",
      },
      {
        text: "Pertanyaan surveior tentang sebuah keputusan: cari katanya dengan Ctrl+K, lalu buka notulen kegiatannya.",
        href: "/cari",
        link: "Cari",
      },
    ],
    hints: ["Notulen yang sudah disahkan terkunci; membukanya kembali perlu alasan, dan alasan itu ikut tercatat."],
  },
  {
    id: "akun",
    title: "Menjaga akun",
    reader: "semua",
    lead: "Kata sandi dapat ditebak atau terlihat orang; langkah kedua menjaga akun Anda bila itu terjadi.",
    steps: [
      {
        text: "Nyalakan verifikasi dua langkah: aplikasi autentikator di HP, atau kunci sandi dengan sidik jari.",
        href: "/akun/keamanan",
        link: "Verifikasi dua langkah",
      },
      {
        text: "Cetak sepuluh kode pemulihan dan simpan di lemari yang terkunci.",
        href: "/akun/keamanan/kode",
        link: "Kode pemulihan",
      },
      {
        text: "Lihat di mana Anda sedang masuk, dan keluarkan perangkat yang bukan milik Anda.",
        href: "/akun",
        link: "Akun saya",
      },
    ],
    hints: [
      "HP hilang dan kode pemulihan tidak ada: admin lain di kantor Anda, atau admin di atasnya, membuka nama Anda di Pengguna lalu Pulihkan akun.",
      "Kode selalu ditolak: setel jam HP ke otomatis. Kode dibuat dari jam, jadi jam yang meleset satu menit sudah cukup untuk gagal.",
    ],
  },
];

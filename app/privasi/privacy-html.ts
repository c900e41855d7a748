import { documentOf } from "@/app/u/[token]/page-html";
import { type Retention, retentionKinds, retentionNames, retentionWords } from "@/lib/privacy/kinds";

type Visitor = { id: string; title: string; kept: readonly string[]; why: string; ask: string };

const meetingDuty =
  "Puskesmas wajib mengadakan lokakarya mini dan membuktikan siapa yang hadir (Permenkes 44/2016, akreditasi).";

const byOffice =
  "Hubungi petugas puskesmas atau Dinas Kesehatan yang mengundang Anda: nomornya ada di undangan. Ia dapat memperlihatkan, membetulkan, mengirim, dan menghapus data Anda.";

/** Each kind of visitor: what is kept about him, and why. Legal ground: UU 27/2022 articles 5 to 13 and 20. */
const visitors: readonly Visitor[] = [
  {
    id: "undangan",
    title: "Anda diundang (tanpa akun)",
    kept: [
      "nama, jabatan, instansi, dan desa",
      "nomor HP atau email, bila petugas memilikinya, untuk mengirim undangan",
      "jawaban, siapa yang mewakili, kehadiran, jam datang, dan tanda tangan",
      "waktu terakhir tautan Anda dipakai menjawab; tanpa pelacak, tanpa kuki",
    ],
    why: meetingDuty,
    ask: byOffice,
  },
  {
    id: "wakil",
    title: "Anda mewakili undangan lain",
    kept: [
      "nama dan jabatan Anda, seperti ditulis yang Anda wakili atau petugas di meja daftar hadir",
      "kehadiran, jam datang, dan tanda tangan",
    ],
    why: meetingDuty,
    ask: byOffice,
  },
  {
    id: "tamu",
    title: "Anda datang tanpa undangan",
    kept: [
      "nama, jabatan, dan instansi yang Anda tulis lewat kode di layar atau yang dicatat petugas",
      "kehadiran, jam datang, dan tanda tangan; tanpa nomor HP",
    ],
    why: meetingDuty,
    ask: byOffice,
  },
  {
    id: "rtl",
    title: "Anda penanggung jawab tindak lanjut",
    kept: ["nama, jabatan, instansi, nomor HP", "laporan kemajuan Anda beserta foto, tanpa lokasi pada fotonya"],
    why: "Rencana tindak lanjut dilihat kembali pada lokakarya mini berikutnya.",
    ask: byOffice,
  },
  {
    id: "pegawai",
    title: "Anda pegawai puskesmas, rumah sakit, atau Dinas Kesehatan",
    kept: [
      "nama, NIP, profesi, tempat tugas, STR dan SIP, nomor HP, email, tanggal lahir",
      "pelatihan yang diikuti dan sertifikat",
    ],
    why: "Kantor wajib mengetahui ketenagaan dan kompetensinya (Permenkes 75/2014, akreditasi).",
    ask: "Petugas instansi Anda memberi Anda tautan ke catatan Anda sendiri. Di sana Anda membacanya, mengunduh salinannya, dan meminta pembetulan atau penghapusan. Setiap orang di luar instansi Anda yang membacanya, juga lewat daftar atau ekspor, tercatat.",
  },
  {
    id: "peserta",
    title: "Anda peserta pelatihan",
    kept: [
      "nama, jabatan, instansi, kehadiran per sesi, dan tanda tangan",
      "jawaban dan nilai tes, dan sertifikat",
      "pendapat Anda tentang pelatihan, tanpa nama",
    ],
    why: "Penyelenggara wajib membuktikan siapa yang dilatih dan apa hasilnya sebelum menerbitkan sertifikat.",
    ask: byOffice,
  },
  {
    id: "pengguna",
    title: "Anda pengguna dengan akun, di puskesmas atau Dinas Kesehatan",
    kept: [
      "nama, email, peran, kata sandi dan faktor kedua dalam bentuk tersandi",
      "waktu masuk, perangkat, dan awal alamat jaringan sesi yang masih terbuka",
      "riwayat: apa yang Anda ubah dan kapan",
      "data pribadi instansi lain yang Anda baca sebagai petugas Dinas Kesehatan, dan kapan",
    ],
    why: "Agar hanya yang berhak yang masuk, dan setiap perubahan dapat dipertanggungjawabkan.",
    ask: "Akun saya memperlihatkan sesi Anda dan memberi Anda salinan data Anda; admin instansi membetulkan dan menonaktifkan akun. Email akun yang sudah nonaktif dapat dihapus; nama Anda tetap di samping yang pernah Anda ubah.",
  },
];

export type PrivacyFacts = {
  retention: Retention;
  /** Who else works on the data. */
  recipients: readonly string[];
  /** How many daily backups stay; null where the office's own server makes them. */
  keptBackups: number | null;
};

/** Open to anybody: what is kept about each kind of visitor, why, how long, and whom to ask. */
export function privacyPage({ retention, recipients, keptBackups }: PrivacyFacts): string {
  const parts = visitors.map(
    ({ id, title, kept, why, ask }) =>
      `<h2 id="${id}">${title}</h2><ul>${kept.map((what) => `<li>${what}</li>`).join("")}</ul><p>${why}</p><p>${ask}</p>`,
  );
  const times = retentionNames.map((name) => {
    const { name: what, since, gone } = retentionKinds[name];
    const months = retention[name];
    return `<li><b>${what}</b>: ${retentionWords(months)}${months === null ? "" : ` ${since}. ${gone}`}</li>`;
  });
  return documentOf(
    "Data Anda di Lokmin",
    `<p class="by">Lokmin</p><h1>Data Anda di Lokmin</h1>
<p>Data disimpan di server kantor yang memakai Lokmin, hanya dibaca petugas yang berhak, dan tidak diberikan kepada pihak lain selain yang disebut di bawah. Menurut UU 27/2022 Anda berhak melihat, membetulkan, meminta salinan, dan meminta penghapusannya.</p>
${parts.join("\n")}
<h2>Pihak lain yang memprosesnya</h2><ul>${recipients.map((who) => `<li>${who}</li>`).join("")}</ul>
<h2>Berapa lama</h2><ul>${times.join("")}</ul>
<p>Yang sudah dihapus masih ada di cadangan sampai cadangan itu sendiri dihapus${keptBackups === null ? "" : `; cadangan harian disimpan ${keptBackups} yang terakhir`}.</p>
<h2>Yang tidak dapat dihapus</h2>
<p>Daftar hadir, notulen, dan surat yang sudah disahkan tetap memuat nama Anda selama kantor wajib menyimpannya sebagai bukti kegiatan dan akreditasi.</p>`,
    "",
  );
}

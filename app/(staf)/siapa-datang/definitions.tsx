import { say } from "@/lib/web/local-words";

const definitions = () => [
  [
    "Kegiatan yang dihitung",
    "Kegiatan yang sudah ditutup, dan kegiatan yang sedang berlangsung bila sudah ada yang dicatat hadir. Kegiatan masuk ke triwulan yang dibahasnya, juga bila dilaksanakan terlambat.",
  ],
  ["Diundang", "Jumlah undangan, satu untuk setiap jabatan dan kegiatan."],
  ["Menyatakan hadir", "Menjawab undangan dengan “hadir” atau “diwakili”."],
  ["Hadir sendiri", "Pejabatnya dicatat hadir oleh petugas, atau mencatat diri dengan kode dan dikonfirmasi petugas."],
  ["Diwakili", "Orang lain dicatat datang mewakili jabatan itu."],
  ["Menyatakan hadir, tidak datang", "Menyatakan hadir, tetapi pejabat maupun wakilnya tidak dicatat datang."],
  ["Menolak", "Menjawab “tidak hadir”, juga bila kemudian tetap datang."],
  ["Tidak menjawab", "Tidak ada jawaban sama sekali, juga bila kemudian datang."],
  [
    "Kosong",
    say(
      "Jumlah kegiatan yang mengundang sektor, desa, atau puskesmas itu, tetapi tidak seorang pun datang atau diwakili.",
    ),
  ],
];

/** How each figure is counted, on the page and on paper. */
export function Definitions() {
  return (
    <section aria-labelledby="cara-menghitung" className="text-sm">
      <h2 id="cara-menghitung" className="mb-2">
        Cara menghitung
      </h2>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {definitions().map(([name, words]) => (
          <div key={name} className="contents">
            <dt className="font-semibold">{name}</dt>
            <dd className="mb-1 max-w-prose">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-muted">
        Tamu tanpa undangan tidak dihitung. Lokmin bersama dihitung untuk setiap puskesmas penyelenggaranya, tetapi
        hanya sekali dalam jumlah semua.
      </p>
    </section>
  );
}

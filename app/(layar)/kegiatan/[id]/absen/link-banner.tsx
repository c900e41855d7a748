import type { Link } from "./use-roll";

type Props = {
  meetingId: string;
  link: Link;
  unsent: number;
  /** Those of the unsent that a person has to decide about. */
  undecided: number;
  isKept: boolean;
};

/** Always says what is not sent yet, and what to do about it. */
export function LinkBanner({ meetingId, link, unsent, undecided, isKept }: Props) {
  if (link === "opening")
    return <p className="mt-1 text-sm text-muted">Membuka catatan yang tersimpan di perangkat ini …</p>;
  const words = unsent > 0 ? `Tersimpan di perangkat ini, belum terkirim (${unsent})` : "Semua terkirim";
  if (link === "signed-out") {
    return (
      <p role="status" className="mt-1 rounded border-l-4 border-late bg-late-soft px-3 py-2">
        {unsent > 0 ? `${words}. ` : ""}Sesi Anda berakhir; tidak ada yang hilang.{" "}
        <a className="link font-semibold" href={`/masuk?lanjut=/kegiatan/${meetingId}/absen`}>
          Masuk lagi
        </a>
      </p>
    );
  }
  if (link === "denied") {
    return (
      <p role="status" className="mt-1 rounded border-l-4 border-late bg-late-soft px-3 py-2">
        {words}. Server menolak kiriman dari akun ini: masuk sebagai petugas puskesmas penyelenggara.
      </p>
    );
  }
  if (link === "broken") {
    return (
      <p role="alert" className="mt-1 rounded border-l-4 border-late bg-late-soft px-3 py-2">
        Perangkat ini tidak dapat menyimpan catatan. Kosongkan ruang penyimpanannya atau keluar dari mode penyamaran,
        lalu muat ulang; sementara itu catat di kertas.
      </p>
    );
  }
  const tone = unsent > 0 || link === "offline" ? "text-soon" : "text-muted";
  return (
    <p role="status" className={`mt-1 text-sm font-semibold ${tone}`}>
      {words}
      {undecided > 0 && ` · ${undecided} menunggu keputusan Anda`}
      {link === "offline" && " · tanpa jaringan"}
      {link === "sending" && " · menghubungi server …"}
      {link === "connected" && unsent === 0 && (isKept ? " · siap dipakai tanpa jaringan" : "")}
    </p>
  );
}

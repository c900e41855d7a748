import type { Link } from "./use-roll";

type Props = { meetingId: string; link: Link; unsent: number; isKept: boolean };

/** Always says what is not sent yet, and what to do about it. */
export function LinkBanner({ meetingId, link, unsent, isKept }: Props) {
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
  const tone = unsent > 0 || link === "offline" ? "text-soon" : "text-muted";
  return (
    <p role="status" className={`mt-1 text-sm font-semibold ${tone}`}>
      {words}
      {link === "offline" && " · tanpa jaringan"}
      {link === "sending" && " · mengirim …"}
      {link === "connected" && unsent === 0 && (isKept ? " · siap dipakai tanpa jaringan" : "")}
    </p>
  );
}

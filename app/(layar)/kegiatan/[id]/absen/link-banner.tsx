import type { Kept } from "@/components/device/kept-screen";
import type { Link } from "./use-roll";

type Props = {
  meetingId: string;
  link: Link;
  unsent: number;
  /** Those of the unsent that a person has to decide about. */
  undecided: number;
  kept: Kept;
  /** Whether this device keeps what is marked. */
  canKeep: boolean;
};

/** Always says what is not sent yet, and what to do about it. */
export function LinkBanner({ canKeep, ...props }: Props) {
  return (
    <>
      {!canKeep && <CannotKeep {...props} />}
      {canKeep && props.kept === "never" && <CannotReopen />}
      <LinkLine {...props} canKeep={canKeep} />
    </>
  );
}

/** Stays while the device keeps nothing, whatever the network does. */
function CannotKeep({ unsent }: { unsent: number }) {
  return (
    <p role="alert" className="mt-1 rounded border-l-4 border-late bg-late-soft px-3 py-2">
      Perangkat ini tidak dapat menyimpan catatan. Selama ada jaringan, setiap catatan langsung dikirim ke server.
      {unsent > 0 && ` ${unsent} catatan belum terkirim dan hilang bila halaman ini ditutup.`} Biarkan halaman ini
      terbuka, kosongkan ruang penyimpanan atau keluar dari mode penyamaran; tanpa jaringan, catat di kertas.
    </p>
  );
}

/** Said beforehand: at the entrance it is too late. */
function CannotReopen() {
  return (
    <p role="status" className="mt-1 rounded border-l-4 border-soon bg-soon-soft px-3 py-2 text-sm">
      Alamat ini tanpa https: tanpa jaringan, layar ini tidak dapat dibuka lagi. Biarkan tetap terbuka sampai kegiatan
      selesai; yang sudah ditandai tetap tersimpan di perangkat ini.
    </p>
  );
}

function LinkLine({ meetingId, link, unsent, undecided, kept, canKeep }: Props) {
  if (link === "opening")
    return <p className="mt-1 text-sm text-muted">Membuka catatan yang tersimpan di perangkat ini …</p>;
  const where = canKeep ? "Tersimpan di perangkat ini, belum terkirim" : "Belum terkirim";
  const words = unsent > 0 ? `${where} (${unsent})` : "Semua terkirim";
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
      {undecided > 0 && ` · ${undecided} menunggu keputusan Anda`}
      {link === "offline" && " · tanpa jaringan"}
      {link === "sending" && " · menghubungi server …"}
      {link === "connected" && unsent === 0 && (kept === "kept" ? " · siap dipakai tanpa jaringan" : "")}
    </p>
  );
}

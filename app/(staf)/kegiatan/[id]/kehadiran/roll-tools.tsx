import Link from "next/link";

/** Other ways to the same roll: the screen at the door, the wall, paper. */
export function RollTools({ meetingId, canMark }: { meetingId: string; canMark: boolean }) {
  return (
    <ul className="no-print mb-4 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap [&_a]:w-full sm:[&_a]:w-auto">
      {canMark && (
        <>
          <li>
            {/* A whole document, so that the device can keep it for the time without a network. */}
            <a href={`/kegiatan/${meetingId}/absen`} className="button button-main">
              Absen di HP
            </a>
          </li>
          <li>
            <a href={`/kegiatan/${meetingId}/layar`} className="button">
              Kode di proyektor
            </a>
          </li>
          <li>
            <Link href={`/kegiatan/${meetingId}/kehadiran/kertas`} prefetch={false} className="button">
              Isi dari kertas
            </Link>
          </li>
        </>
      )}
      <li>
        <a href={`/kegiatan/${meetingId}/daftar-hadir`} className="button">
          Cetak daftar hadir
        </a>
      </li>
    </ul>
  );
}

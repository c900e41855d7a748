import Link from "next/link";
import { whyNotOffline } from "@/lib/web/address";

/** Other ways to the same roll: the screen at the entrance, the projector view, paper. */
export async function RollTools({ meetingId, canMark }: { meetingId: string; canMark: boolean }) {
  const notice = canMark ? await whyNotOffline() : null;
  return (
    <>
      {notice && <p className="no-print mb-3 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">{notice}</p>}
      <ToolList meetingId={meetingId} canMark={canMark} />
    </>
  );
}

function ToolList({ meetingId, canMark }: { meetingId: string; canMark: boolean }) {
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
        <a href={`/surat/daftar-hadir/${meetingId}?kosong=1`} className="button">
          Cetak daftar hadir
        </a>
      </li>
    </ul>
  );
}

import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import type { Pws } from "@/lib/pws/pws";
import { momentName } from "@/lib/pws/readings";
import { say } from "@/lib/web/local-words";

/** Why there are no figures, and what to do next; null where there are some. */
export function NothingYet({ pws, canWrite }: { pws: Pws; canWrite: boolean }) {
  const { villages, columns, topics, year, month } = pws;
  if (villages.length === 0)
    return (
      <EmptyState title="Wilayah kerja belum diatur">
        {say(
          "Dinas Kesehatan memilih desa wilayah kerja di halaman puskesmas ini. Sesudah itu capaiannya dapat diisi per",
        )}
        {say("desa.")}
      </EmptyState>
    );
  if (columns.length === 0 && topics.length === 0)
    return (
      <EmptyState
        title="Belum ada indikator"
        action={
          canWrite && (
            <Link href="/capaian/indikator/baku" prefetch={false} className="button button-main">
              Pilih dari daftar baku
            </Link>
          )
        }
      >
        {say("Tentukan dulu apa yang dihitung per desa, misalnya imunisasi dasar lengkap, K6, atau D/S.")}
      </EmptyState>
    );
  if (columns.length === 0)
    return (
      <EmptyState title="Tidak ada indikator dengan topik ini">
        Pilih “Semua topik” di atas, lalu tekan Terapkan.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`Belum ada capaian sampai ${momentName({ year, month })}`}
      action={
        canWrite && (
          <div className="flex flex-wrap gap-3">
            <Link href={`/capaian/isi?tahun=${year}`} prefetch={false} className="button button-main">
              Isi capaian
            </Link>
            <Link href="/impor/capaian" prefetch={false} className="button">
              Impor dari Excel
            </Link>
          </div>
        )
      }
    >
      {say("Capaian tiap bulan diketik per desa atau diimpor dari Excel. Target tahunan diisi di bagian Target.")}
    </EmptyState>
  );
}

export function hasFigures({ columns }: Pws): boolean {
  return columns.some(({ achievements }) => achievements.some(({ total }) => total !== null));
}

import Link from "next/link";
import type { FollowUpFilter } from "@/lib/follow-up/schema";
import { narrowingOf } from "./filter-address";

/**
 * What is done with the rows that are ticked, or with all of the filter. The form is a plain one by GET: each button
 * opens another page with the same choice.
 */
export function ListTools({ filter, canWrite }: { filter: FollowUpFilter; canWrite: boolean }) {
  const kept = [...narrowingOf(filter), ...(filter.status === "belum" ? [] : [["status", filter.status] as const])];
  return (
    <div className="no-print mb-3">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        {canWrite && (
          <>
            <button type="submit" formAction="/tindak-lanjut/kirim" className="button">
              Ingatkan
            </button>
            <button type="submit" formAction="/tindak-lanjut/alihkan" className="button">
              Alihkan
            </button>
          </>
        )}
        <button type="submit" className="button">
          Unduh Excel
        </button>
        {canWrite && (
          <Link href="/impor/rtl" prefetch={false} className="link inline-flex min-h-11 items-center">
            Unggah Excel yang sudah diisi
          </Link>
        )}
      </div>
      {canWrite && <p className="dim mt-1">Untuk yang dicentang; tanpa centang, untuk semua yang tersaring di sini.</p>}
    </div>
  );
}

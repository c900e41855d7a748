"use client";

import { type NoteRow, sectionNames } from "@/lib/minutes/lines";
import type { Owner } from "./device";
import type { Notes } from "./notes-store";
import { wholeState } from "./words";

const box = "mt-1 rounded border-l-4 border-late bg-late-soft px-3 py-2";

/** Always says whether all is saved, and what to do where it is not. */
export function WayBanner({ notes, owner, isKept }: { notes: Notes; owner: Owner; isKept: boolean }) {
  const { link, closed, others, drafts, canKeep } = notes;
  const { words, tone } = wholeState(drafts, link);
  return (
    <div className="sticky top-0 z-10 border-b border-line bg-ground py-2">
      <p role="status" className={`font-semibold ${tone}`}>
        {words}
        {link === "offline" && canKeep && " · tanpa jaringan, tulis terus saja"}
        {link === "connected" && isKept && words === "Tersimpan" && (
          <span className="font-normal"> · siap dipakai tanpa jaringan</span>
        )}
      </p>
      {link === "signed-out" && (
        <p role="alert" className={box}>
          Sesi Anda berakhir; tidak ada yang hilang.{" "}
          <a className="link font-semibold" href={`/masuk?lanjut=/kegiatan/${owner.meetingId}/notulen`}>
            Masuk lagi
          </a>
        </p>
      )}
      {link === "denied" && (
        <p role="alert" className={box}>
          Server menolak kiriman ini. Masuklah sebagai {owner.userName}, petugas puskesmas penyelenggara, untuk
          mengirimnya.
        </p>
      )}
      {!canKeep && (
        <p role="alert" className={box}>
          Perangkat ini tidak dapat menyimpan tulisan. Selama ada jaringan, tulisan langsung dikirim ke server; yang
          belum terkirim hilang bila halaman ini ditutup. Kosongkan ruang penyimpanan atau keluar dari mode penyamaran;
          tanpa jaringan, catat di kertas.
        </p>
      )}
      {closed && (
        <p role="alert" className={box}>
          {closed}
        </p>
      )}
      {others.length > 0 && (
        <p className="mt-1 text-sm text-soon">
          Di perangkat ini masih ada tulisan yang belum terkirim milik {others.join(", ")}: terkirim ketika ia masuk dan
          membuka notulen ini.
        </p>
      )}
    </div>
  );
}

/** Lines that were taken out: nothing is lost. */
export function DeletedLines({ rows, onRestore }: { rows: readonly NoteRow[]; onRestore: (id: string) => void }) {
  if (rows.length === 0) return null;
  return (
    <details className="mt-8">
      <summary className="min-h-11 content-center font-semibold">Baris yang dihapus ({rows.length})</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex items-start justify-between gap-3 border-b border-line py-2">
            <span>
              <span className="whitespace-pre-line">{row.text}</span>
              <span className="block text-sm text-muted">
                {sectionNames[row.section]} · dihapus {row.editor}
              </span>
            </span>
            <button type="button" className="button" onClick={() => onRestore(row.id)}>
              Pulihkan
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

"use client";

type Line = { position: number; topic: string; minutes: number | null; presenter: string | null };

/** What is on the agenda of a meeting. */
export function Agenda({ lines }: { lines: readonly Line[] }) {
  return (
    <section aria-labelledby="acara">
      <h2 id="acara" className="mb-2">
        Susunan acara
      </h2>
      {lines.length === 0 ? (
        <p className="text-muted">Belum diisi. Tambahkan lewat “Ubah kegiatan”.</p>
      ) : (
        <ol className="border-t border-line">
          {lines.map((line) => (
            <li key={line.position} className="grid grid-cols-[2rem_1fr_auto] gap-x-2 border-b border-line py-2">
              <span className="text-muted">{line.position}.</span>
              <span>
                {line.topic}
                {line.presenter && <span className="block text-sm text-muted">{line.presenter}</span>}
              </span>
              <span className="text-sm text-muted">{line.minutes ? `${line.minutes} menit` : ""}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

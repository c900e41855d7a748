import { sectionNames } from "@/lib/minutes/lines";
import type { FoundNote } from "@/lib/minutes/reads";
import { formatMoment } from "@/lib/time";

/** All a line said before, newest first. */
export function FormerVersions({ note, timeZone }: { note: FoundNote; timeZone: string }) {
  return (
    <section aria-labelledby="riwayat-baris">
      <h2 id="riwayat-baris" className="mb-2">
        Riwayat baris
      </h2>
      <p className="text-sm text-muted">
        Dibuat {note.author}, {formatMoment(note.createdAt, timeZone)}. Terakhir{" "}
        {note.isDeleted ? "dihapus" : "ditulis"} {note.editor}, {formatMoment(new Date(note.editedAt), timeZone)}.
      </p>
      {note.versions.length === 0 && <p className="mt-2">Belum pernah diubah.</p>}
      <ol className="mt-2">
        {note.versions.map((version) => (
          <li key={version.version} className="border-b border-line py-2">
            <p className="text-sm text-muted">
              {version.editor}, {formatMoment(version.editedAt, timeZone)}
              {version.section !== note.section && `, di ${sectionNames[version.section]}`}
            </p>
            {version.asker && (
              <p className="text-sm">{[version.asker, version.institution].filter(Boolean).join(", ")} bertanya:</p>
            )}
            <p className="whitespace-pre-line">{version.text}</p>
            {version.answer && <p className="whitespace-pre-line">Jawaban: {version.answer}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

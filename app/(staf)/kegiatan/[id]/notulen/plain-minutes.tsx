import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { type NoteRow, noteSections, sectionNames } from "@/lib/minutes/lines";
import type { NoteSection } from "@/prisma/generated/enums";
import { addNoteAction } from "./actions";
import { LineWords } from "./line-words";
import { NoteFields } from "./note-fields";

type Props = {
  meetingId: string;
  rows: readonly NoteRow[];
  villages: readonly { code: string; name: string }[];
  askers: readonly { name: string; institution: string }[];
  takesItems: boolean;
  /** The section whose form is open. */
  open: NoteSection | undefined;
};

/** The note-taker's page where there is no script: read, add a line, open a line to change it. */
export function PlainMinutes({ meetingId, rows, villages, askers, takesItems, open }: Props) {
  const names = new Map(villages.map(({ code, name }) => [code, name]));
  const deleted = rows.filter((row) => row.isDeleted);
  return (
    <>
      {noteSections.map((section) => (
        <section key={section} aria-labelledby={`bagian-${section}`} className="mt-6">
          <h2 id={`bagian-${section}`}>{sectionNames[section]}</h2>
          <ol className="list-decimal pl-7">
            {rows
              .filter((row) => row.section === section && !row.isDeleted)
              .map((row) => (
                <li key={row.id} id={`baris-${row.id}`} className="border-b border-line py-2">
                  <LineWords row={row} meetingId={meetingId} village={names.get(row.villageCode ?? "")} />
                  <p className="flex flex-wrap gap-x-4 text-sm">
                    <span className="inline-flex min-h-11 items-center text-muted">{row.editor}</span>
                    <Link
                      href={`/kegiatan/${meetingId}/notulen/${row.id}`}
                      prefetch={false}
                      className="link inline-flex min-h-11 items-center"
                    >
                      Ubah
                    </Link>
                    {takesItems && !row.itemId && (
                      <Link
                        href={`/kegiatan/${meetingId}/rtl/tambah?catatan=${row.id}`}
                        prefetch={false}
                        className="link inline-flex min-h-11 items-center"
                      >
                        Jadikan RTL
                      </Link>
                    )}
                  </p>
                </li>
              ))}
          </ol>
          <details id={`tambah-${section}`} open={open === section} className="mt-1">
            <summary className="min-h-11 content-center text-accent">Tambah baris {sectionNames[section]}</summary>
            <ActionForm
              action={addNoteAction.bind(null, meetingId)}
              submit="Simpan baris"
              className="mt-2 flex max-w-3xl flex-col gap-4"
            >
              <HiddenField name="id" initial={randomUUID()} />
              <input type="hidden" name="section" value={section} />
              <NoteFields section={section} villages={villages} askers={askers} />
            </ActionForm>
          </details>
        </section>
      ))}
      {deleted.length > 0 && (
        <details className="mt-8">
          <summary className="min-h-11 content-center font-semibold">Baris yang dihapus ({deleted.length})</summary>
          <ul>
            {deleted.map((row) => (
              <li key={row.id} className="border-b border-line py-2">
                <span className="whitespace-pre-line">{row.text}</span>{" "}
                <Link
                  href={`/kegiatan/${meetingId}/notulen/${row.id}`}
                  prefetch={false}
                  className="link inline-flex min-h-11 items-center"
                >
                  Lihat atau pulihkan
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

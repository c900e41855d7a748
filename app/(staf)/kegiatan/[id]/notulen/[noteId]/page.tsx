import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { fieldsOf, type NoteRow, noteSections, sectionNames } from "@/lib/minutes/lines";
import { type FoundNote, findNote, listAskers, listNotes } from "@/lib/minutes/reads";
import { canWriteNotes } from "@/lib/minutes/rules";
import { listVillageChoices } from "@/lib/plan/reads";
import { formatMoment } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { deleteNoteAction, editNoteAction, moveNoteAction, restoreNoteAction } from "../actions";
import { LineWords } from "../line-words";
import { NoteFields } from "../note-fields";
import { ClashChoice } from "./clash-choice";
import { FormerVersions } from "./former-versions";

export const metadata: Metadata = { title: "Baris notulen" };

/** One line: to change, move or delete it, and all it said before. */
export default async function NotePage({ params }: { params: Promise<{ id: string; noteId: string }> }) {
  const { id, noteId } = await params;
  const { actor, meeting } = await requireMeeting(id);
  const [note, villages] = await Promise.all([
    findNote(actor, meeting.id, noteId),
    listVillageChoices(actor, meeting.id),
  ]);
  if (!note) notFound();
  const canWrite = canWriteNotes(actor, meeting);
  const village = villages.find(({ code }) => code === note.villageCode)?.name;
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <div>
        <h2 className="mb-2">Baris notulen: {sectionNames[note.section]}</h2>
        {note.isDeleted && (
          <p className="mb-3 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
            Baris ini dihapus {note.editor}, {formatMoment(new Date(note.editedAt), meeting.timeZone)}.
          </p>
        )}
        {!canWrite && <LineWords row={note} meetingId={meeting.id} village={village} />}
        {canWrite && (
          <EditForm
            meetingId={meeting.id}
            note={note}
            villages={villages}
            askers={await listAskers(actor, meeting.id)}
          />
        )}
      </div>
      {canWrite && !note.isDeleted && (
        <MoveForm meetingId={meeting.id} note={note} others={await listNotes(actor, meeting.id)} />
      )}
      {canWrite && !note.isDeleted && (
        <ActionForm
          action={deleteNoteAction.bind(null, meeting.id, note.id)}
          submit="Hapus baris"
          tone="danger"
          aside={<span className="text-sm text-muted">Dapat dipulihkan.</span>}
        >
          <input type="hidden" name="version" value={note.version} />
        </ActionForm>
      )}
      {canWrite && note.isDeleted && (
        <ActionForm action={restoreNoteAction.bind(null, meeting.id, note.id)} submit="Pulihkan baris" tone="plain" />
      )}
      <FormerVersions note={note} timeZone={meeting.timeZone} />
      <p>
        <Link href={`/kegiatan/${meeting.id}/notulen`} prefetch={false} className="link">
          Kembali ke notulen
        </Link>
      </p>
    </div>
  );
}

type EditProps = {
  meetingId: string;
  note: FoundNote;
  villages: readonly { code: string; name: string }[];
  askers: readonly { name: string; institution: string }[];
};

function EditForm({ meetingId, note, villages, askers }: EditProps) {
  return (
    <ActionForm action={editNoteAction.bind(null, meetingId, note.id)} submit="Simpan baris">
      <HiddenField name="version" initial={note.version} />
      <HiddenField name="seenVillage" initial={note.villageCode ?? ""} />
      <ClashChoice note={note} />
      <NoteFields section={note.section} initial={fieldsOf(note)} villages={villages} askers={askers} />
    </ActionForm>
  );
}

function MoveForm({ meetingId, note, others }: { meetingId: string; note: FoundNote; others: readonly NoteRow[] }) {
  const places = noteSections.map((section) => ({ value: section, label: sectionNames[section] }));
  const lines = others.filter((row) => row.section === note.section && !row.isDeleted && row.id !== note.id);
  return (
    <div className="flex flex-col gap-4">
      <h2>Pindahkan</h2>
      <ActionForm action={moveNoteAction.bind(null, meetingId, note.id)} submit="Pindahkan baris" tone="plain">
        <SelectField
          name="section"
          label="Ke bagian"
          hint="Menjadi baris terakhir bagian itu, atau sesudah baris yang dipilih di bawah ini."
          options={places}
          initial={note.section}
        />
        {lines.length > 0 && (
          <SelectField
            name="after"
            label="Sesudah baris"
            optional
            empty="Paling akhir"
            options={lines.map(({ id, text }, index) => ({ value: id, label: `${index + 1}. ${text.slice(0, 80)}` }))}
          />
        )}
      </ActionForm>
    </div>
  );
}

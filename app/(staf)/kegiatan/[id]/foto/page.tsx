import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { listDocuments } from "@/lib/documents/reads";
import { acceptedPhotoTypes, documentsPerOwner, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { canWriteMeeting, isApproved, takesNotes } from "@/lib/meetings/rules";
import { dayOf, formatMoment } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { addPhotoAction, addPhotosAction, saveAlbumAction } from "./actions";
import { Album } from "./album";
import { PhotoCard } from "./photo-card";
import { PhotoForm } from "./photo-form";
import { photoDay } from "./photo-strip";

export const metadata: Metadata = { title: "Foto" };

export default async function PhotosPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  const photos = await listDocuments(actor, meeting.id, "MEETING_PHOTO");
  const canWrite = canWriteMeeting(actor, meeting);
  const canChange = canWrite && takesNotes(meeting);
  const hasRoom = photos.length < documentsPerOwner.MEETING_PHOTO;
  return (
    <section aria-labelledby="judul-foto" className="flex flex-col gap-6">
      <div>
        <h2 id="judul-foto">Foto kegiatan</h2>
        <p className="text-muted">
          Paling sedikit satu foto melengkapi notulen (EP 1.6.2 a).{" "}
          <Link href={`/kegiatan/${meeting.id}/pengesahan`} prefetch={false} className="link">
            Kembali ke Pengesahan
          </Link>
        </p>
      </div>
      {canWrite && isApproved(meeting) && (
        <p className="rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Kegiatan ini sudah disahkan, fotonya terkunci. Buka kembali pengesahannya bila ada yang harus diubah.
        </p>
      )}
      {canChange && hasRoom && (
        <PhotoForm
          action={addPhotosAction.bind(null, meeting.id)}
          sendOne={addPhotoAction.bind(null, meeting.id)}
          formId={randomUUID()}
          accept={acceptedPhotoTypes}
          limit={{ bytes: photoLimit, sentence: tooBigPhoto }}
        />
      )}
      {canChange && !hasRoom && (
        <p>Sudah ada {documentsPerOwner.MEETING_PHOTO} foto. Hapus yang tidak dipakai bila ingin menambah.</p>
      )}
      {photos.length === 0 && (
        <EmptyState title="Belum ada foto">
          {canChange
            ? "Pilih foto dari galeri ponsel atau komputer, lalu simpan."
            : canWrite && !isApproved(meeting)
              ? "Foto disimpan sejak kegiatan dimulai."
              : null}
        </EmptyState>
      )}
      {photos.length > 0 && canChange && (
        <Album
          action={saveAlbumAction.bind(null, meeting.id)}
          meetingDay={dayOf(meeting.startsAt, meeting.timeZone)}
          photos={photos.map((photo) => ({
            id: photo.id,
            name: photo.name,
            caption: photo.caption ?? "",
            day: photoDay(photo) ?? "",
            brought: `${photo.uploader}, ${formatMoment(photo.createdAt, meeting.timeZone)}`,
          }))}
        />
      )}
      {photos.length > 0 && !canChange && (
        <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {photos.map((photo, index) => (
            <PhotoCard key={photo.id} photo={photo} number={index + 1} timeZone={meeting.timeZone} />
          ))}
        </ul>
      )}
    </section>
  );
}

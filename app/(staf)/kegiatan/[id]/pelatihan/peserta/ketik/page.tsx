import type { Metadata } from "next";
import { requireTrainingToEdit } from "@/lib/web/training";
import { addTypedAction } from "../../actions";
import { TypedForm } from "./typed-form";

export const metadata: Metadata = { title: "Ketik peserta" };

export default async function TypeParticipantsPage({ params }: { params: Promise<{ id: string }> }) {
  const { meeting } = await requireTrainingToEdit((await params).id);
  return (
    <>
      <h2 className="mb-3">Peserta dan tamu yang tidak ada di data pegawai</h2>
      <TypedForm action={addTypedAction.bind(null, meeting.id)} institution={meeting.host.name} />
    </>
  );
}

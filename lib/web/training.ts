import { notFound } from "next/navigation";
import { canWriteMeeting, isApproved, isEditable } from "@/lib/meetings/rules";
import { findTraining } from "@/lib/trainings/reads";
import { requireMeeting } from "@/lib/web/meeting";

export async function requireTrainingToEdit(id: string) {
  const { actor, meeting } = await requireMeeting(id);
  if (!canWriteMeeting(actor, meeting) || !isEditable(meeting.status) || isApproved(meeting)) notFound();
  const training = await findTraining(actor, meeting.id);
  return training ? { actor, meeting, training } : notFound();
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { findActionItem, listInstitutions, listOwnerChoices, listVillageChoices } from "@/lib/plan/reads";
import { canWriteItems, ownerPerson } from "@/lib/plan/rules";
import { keepOwner } from "@/lib/plan/schema";
import { listProblemChoices } from "@/lib/problems/reads";
import { dayOf } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { editItemAction } from "../../actions";
import { ItemForm } from "../../item-form";

export const metadata: Metadata = { title: "Ubah RTL" };

export default async function EditItemPage({ params }: { params: Promise<{ id: string; itemId: string }> }) {
  const { id, itemId } = await params;
  const { actor, meeting } = await requireMeeting(id);
  const item = await findActionItem(actor, meeting.id, itemId);
  if (!item || !canWriteMeeting(actor, meeting)) notFound();
  if (!canWriteItems(actor, meeting))
    return (
      <EmptyState title="RTL hanya diubah selama kegiatan berlangsung">
        Buka kembali kegiatan ini di Ringkasan, lalu ubah RTL-nya.
      </EmptyState>
    );
  const [owners, villages, institutions, problems] = await Promise.all([
    listOwnerChoices(actor, meeting.id),
    listVillageChoices(actor, meeting.id),
    listInstitutions(actor, meeting.id),
    listProblemChoices(actor, meeting.id),
  ]);
  const isFromList = item.responsibleSeatId !== null || item.responsibleUserId !== null;
  const typed = isFromList ? { responsibleInstitution: null, responsibleTitle: null, responsibleName: null } : item;
  return (
    <>
      <h2 className="mb-4">Ubah RTL {item.number}</h2>
      <ItemForm
        action={editItemAction.bind(null, meeting.id)}
        meetingDay={dayOf(meeting.startsAt, meeting.timeZone)}
        owners={owners}
        villages={villages}
        institutions={institutions}
        problems={problems}
        backHref={`/kegiatan/${meeting.id}/rtl/${item.id}`}
        initial={{
          ...item,
          owner: isFromList ? keepOwner : "",
          keptOwner: isFromList
            ? { value: keepOwner, label: [ownerPerson(item), item.responsibleInstitution].filter(Boolean).join(" · ") }
            : undefined,
          responsibleInstitution: typed.responsibleInstitution,
          responsibleTitle: typed.responsibleTitle,
          responsibleName: typed.responsibleName,
          villages: item.villages.map((village) => village.code),
        }}
      />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatPhone } from "@/lib/directory/rules";
import { endOfDayOf } from "@/lib/directory/tenure";
import { listMeetingTypes } from "@/lib/meeting-types/reads";
import { listLeaders, listPossibleOrganisers } from "@/lib/meetings/reads";
import { canWriteMeeting, defaultTitle, isEditable, kindsHeldBy } from "@/lib/meetings/rules";
import { clockOf, dayOf, zoneLabel } from "@/lib/time";
import { requireMeeting } from "@/lib/web/meeting";
import { MeetingForm } from "../../meeting-form";
import { typesOfKinds } from "../../types-of-kinds";
import { editMeetingAction } from "../actions";
import { EditVisit } from "./edit-visit";

export const metadata: Metadata = { title: "Ubah kegiatan" };

export default async function EditMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (!canWriteMeeting(actor, meeting) || !isEditable(meeting.status)) notFound();
  if (meeting.kind === "COACHING_VISIT") return <EditVisit actor={actor} meeting={meeting} />;
  const isHost = meeting.hostId === actor.organisation.id;
  const [others, leaders, types] = await Promise.all([
    isHost ? listPossibleOrganisers(actor) : [],
    listLeaders(actor, endOfDayOf(meeting)),
    listMeetingTypes(actor),
  ]);
  const { startsAt, endsAt, timeZone } = meeting;
  return (
    <MeetingForm
      action={editMeetingAction}
      submit="Simpan perubahan"
      zone={zoneLabel(timeZone)}
      leaders={leaders}
      otherPuskesmas={others.map(({ id, name }) => ({ value: id, label: name }))}
      types={typesOfKinds(types, meeting)}
      kinds={[...new Set([...kindsHeldBy(actor), meeting.kind])]}
      initial={{
        id: meeting.id,
        version: meeting.version,
        kind: meeting.kind,
        typeKey: meeting.typeKey,
        templateId: null,
        title: meeting.title === defaultTitle(meeting) ? null : meeting.title,
        date: dayOf(startsAt, timeZone),
        startTime: clockOf(startsAt, timeZone),
        endDate: endsAt && dayOf(endsAt, timeZone) !== dayOf(startsAt, timeZone) ? dayOf(endsAt, timeZone) : null,
        endTime: endsAt ? clockOf(endsAt, timeZone) : null,
        place: meeting.place,
        mapUrl: meeting.mapUrl,
        leader: meeting.leader,
        contactName: meeting.contactName,
        contactPhone: meeting.contactPhone && formatPhone(meeting.contactPhone),
        year: meeting.year,
        month: meeting.kind === "QUARTERLY_LOKMIN" ? null : meeting.period,
        quarter: meeting.kind === "QUARTERLY_LOKMIN" ? meeting.period : null,
        organiserIds: [...meeting.organisers, ...meeting.asked].map((organiser) => organiser.puskesmasId),
        agenda: meeting.agenda,
      }}
    />
  );
}

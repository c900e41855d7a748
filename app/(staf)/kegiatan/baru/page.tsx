import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { isPuskesmasWriter } from "@/lib/actor";

import { listLeaders, listPossibleOrganisers } from "@/lib/meetings/reads";
import { meetingKinds } from "@/lib/meetings/schema";
import { zoneLabel } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { draftMeetingAction } from "../actions";
import { MeetingForm } from "../meeting-form";

export const metadata: Metadata = { title: "Buat kegiatan" };

export default async function NewMeetingPage({ searchParams }: { searchParams: Promise<{ jenis?: string }> }) {
  const actor = await requireActor();
  if (!isPuskesmasWriter(actor)) notFound();
  const [{ jenis }, others, leaders] = await Promise.all([
    searchParams,
    listPossibleOrganisers(actor),
    listLeaders(actor),
  ]);
  return (
    <>
      <PageHeader title="Buat kegiatan" crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]} />
      <MeetingForm
        action={draftMeetingAction}
        submit="Simpan draf"
        zone={zoneLabel(actor.organisation.timeZone)}
        leaders={leaders}
        otherPuskesmas={others.map(({ id, name }) => ({ value: id, label: name }))}
        initial={{
          id: randomUUID(),
          version: null,
          kind: meetingKinds.find((kind) => kind === jenis) ?? null,
          title: null,
          date: null,
          startTime: "09:00",
          endTime: null,
          place: null,
          mapUrl: null,
          leader: null,
          year: null,
          month: null,
          quarter: null,
          organiserIds: [],
          agenda: [],
        }}
      />
    </>
  );
}

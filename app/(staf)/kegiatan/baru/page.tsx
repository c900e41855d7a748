import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { isPuskesmasWriter } from "@/lib/actor";
import { listMeetingTypes } from "@/lib/meeting-types/reads";
import { listLeaders, listPossibleOrganisers } from "@/lib/meetings/reads";
import { meetingKinds } from "@/lib/meetings/schema";
import { findTemplate } from "@/lib/templates/reads";
import { zoneLabel } from "@/lib/time";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { draftMeetingAction } from "../actions";
import { MeetingForm } from "../meeting-form";
import { typesOfKinds } from "../types-of-kinds";
import { FromTemplate } from "./from-template";

export const metadata: Metadata = { title: "Buat kegiatan" };

export default async function NewMeetingPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!isPuskesmasWriter(actor)) notFound();
  const query = await searchParams;
  const [others, leaders, types, template] = await Promise.all([
    listPossibleOrganisers(actor),
    listLeaders(actor),
    listMeetingTypes(actor),
    findTemplate(actor, queryText(query.templat)),
  ]);
  const offered = typesOfKinds(types);
  return (
    <>
      <PageHeader title="Buat kegiatan" crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]} />
      {template ? (
        <FromTemplate template={template} />
      ) : (
        <p className="mb-5">
          Mirip Lokmin yang sudah pernah ada?{" "}
          <Link href="/templat" prefetch={false} className="link">
            Mulai dari templat
          </Link>
        </p>
      )}
      <MeetingForm
        action={draftMeetingAction}
        submit="Simpan draf"
        zone={zoneLabel(actor.organisation.timeZone)}
        leaders={leaders}
        otherPuskesmas={others.map(({ id, name }) => ({ value: id, label: name }))}
        types={offered}
        initial={{
          id: randomUUID(),
          version: null,
          kind: template?.kind ?? queryChoice(query.jenis, meetingKinds) ?? null,
          typeKey: template?.typeKey ?? null,
          templateId: template?.id ?? null,
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
          agenda: template?.content.agenda ?? [],
        }}
      />
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { formatPhone } from "@/lib/directory/rules";
import { listMeetingTypes } from "@/lib/meeting-types/reads";
import { findMeetingToRepeat, listLastMeetings } from "@/lib/meetings/last";
import { listLeaders, listPossibleOrganisers } from "@/lib/meetings/reads";
import { kindsHeldBy } from "@/lib/meetings/rules";
import { findTemplate } from "@/lib/templates/reads";
import { zoneLabel } from "@/lib/time";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { draftMeetingAction } from "../actions";
import { MeetingForm } from "../meeting-form";
import { typesOfKinds } from "../types-of-kinds";
import { FromTemplate } from "./from-template";
import { FromLast, LikeLast } from "./like-last";

export const metadata: Metadata = { title: "Buat kegiatan" };

export default async function NewMeetingPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const kinds = kindsHeldBy(actor);
  if (kinds.length === 0) notFound();
  const holdsLokmin = kinds.length > 1;
  const query = await searchParams;
  const [others, leaders, types, template, last, repeated] = await Promise.all([
    listPossibleOrganisers(actor),
    listLeaders(actor),
    listMeetingTypes(actor),
    findTemplate(actor, queryText(query.templat)),
    listLastMeetings(actor),
    findMeetingToRepeat(actor, queryText(query.seperti)),
  ]);
  const offered = typesOfKinds(types);
  return (
    <>
      <PageHeader
        title={holdsLokmin ? "Buat kegiatan" : "Buat pelatihan"}
        crumbs={[{ href: "/kegiatan", label: "Kegiatan" }]}
      />
      {repeated && <FromLast meeting={repeated} />}
      {!template && <LikeLast meetings={last} chosen={repeated} />}
      {template ? (
        <FromTemplate template={template} />
      ) : !holdsLokmin ? null : (
        <p className="mb-5">
          Mirip Lokmin yang sudah pernah ada?{" "}
          <Link href="/templat" prefetch={false} className="link">
            Mulai dari templat
          </Link>
        </p>
      )}
      <MeetingForm
        key={repeated?.id}
        {...(repeated && { again: repeated })}
        action={draftMeetingAction}
        submit="Simpan draf"
        zone={zoneLabel(actor.organisation.timeZone)}
        leaders={leaders}
        otherPuskesmas={others.map(({ id, name }) => ({ value: id, label: name }))}
        types={offered}
        kinds={kinds}
        initial={{
          id: randomUUID(),
          version: null,
          kind:
            repeated?.kind ?? template?.kind ?? queryChoice(query.jenis, kinds) ?? (holdsLokmin ? null : "KALAKARYA"),
          typeKey: repeated?.typeKey ?? template?.typeKey ?? null,
          templateId: template?.id ?? null,
          title: null,
          date: null,
          startTime: repeated?.startTime ?? "09:00",
          endDate: null,
          endTime: repeated?.endTime ?? null,
          place: repeated?.place ?? null,
          mapUrl: repeated?.mapUrl ?? null,
          leader: repeated?.leader ?? null,
          contactName: repeated?.contactName ?? null,
          contactPhone: repeated?.contactPhone ? formatPhone(repeated.contactPhone) : null,
          year: null,
          month: null,
          quarter: null,
          organiserIds: [],
          agenda: repeated?.agenda ?? template?.content.agenda ?? [],
        }}
      />
    </>
  );
}

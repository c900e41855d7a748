import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { listCompetencesOfOffice, listStaffCertificates } from "@/lib/certificates/outside";
import { formatPhone } from "@/lib/directory/rules";
import { noteReading } from "@/lib/privacy/readings";
import { listStaffRequests } from "@/lib/privacy/staff-requests";
import { listMoveTargets } from "@/lib/staff/move-reads";
import { findStaff, type WholeStaff } from "@/lib/staff/reads";
import { dayOf, formatDayLong } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { professionOf } from "../staff-words";
import { Certificates } from "./certificates";
import { Licences } from "./licences";
import { OwnData } from "./own-data";
import { OwnLink } from "./own-link";
import { Placements } from "./placements";
import { Release } from "./release";
import { Timeline } from "./timeline";

export const metadata: Metadata = { title: "Pegawai" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function StaffMemberPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const staff = await findStaff(actor, (await params).id);
  if (!staff) notFound();
  if (staff.isWhole && staff.keeper)
    await noteReading(actor, {
      kind: "staff",
      organisationId: staff.keeper.id,
      subjectId: staff.id,
      subject: staff.name,
    });
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const mayKeep = staff.isWhole && staff.mayKeep;
  const [certificates, competences] = await Promise.all([
    listStaffCertificates(actor, staff.id),
    mayKeep ? listCompetencesOfOffice(actor) : [],
  ]);
  return (
    <>
      <PageHeader
        title={staff.name}
        crumbs={[{ href: "/pegawai", label: "Pegawai" }]}
        action={
          mayKeep && (
            <Link href={`/pegawai/${staff.id}/ubah`} prefetch={false} className="button">
              Ubah data
            </Link>
          )
        }
      >
        <p className="text-muted">
          {[professionOf(staff), staff.isWhole && (staff.office?.name ?? "Tidak bertugas lagi")]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </PageHeader>
      {queryText((await searchParams).tersimpan) && <SavedNotice>Tersimpan.</SavedNotice>}
      <div className="flex flex-col gap-8">
        {staff.isWhole ? (
          <Facts staff={staff} />
        ) : (
          <p className="rounded border-l-4 border-edge bg-sunken px-4 py-3">
            Pegawai ini tidak bertugas di sini lagi. Yang tampak hanya masa kerjanya di sini dan pelatihan yang
            diikutinya dari sini.
          </p>
        )}
        <Placements staff={staff} mayKeep={mayKeep} organisationId={actor.organisation.id} today={today} />
        {staff.isWhole && <Licences staff={staff} today={today} />}
        {staff.isWhole && (
          <Certificates
            staffId={staff.id}
            certificates={certificates}
            competences={competences}
            mayKeep={mayKeep}
            today={today}
          />
        )}
        <Timeline staff={staff} today={today} />
        {staff.isWhole && staff.mayKeep && (
          <>
            <OwnLink staff={staff} />
            <OwnData
              staffId={staff.id}
              requests={(await listStaffRequests(actor)).filter(({ staffId }) => staffId === staff.id)}
              timeZone={actor.organisation.timeZone}
            />
            {staff.keeper && <Release staffId={staff.id} targets={await listMoveTargets(staff.keeper)} />}
          </>
        )}
      </div>
    </>
  );
}

function Facts({ staff }: { staff: WholeStaff }) {
  const facts = [
    ["NIP", staff.nip],
    ["Nomor HP", staff.phone && formatPhone(staff.phone)],
    ["Email", staff.email],
    ["Tanggal lahir", staff.bornOn && formatDayLong(staff.bornOn)],
  ].filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

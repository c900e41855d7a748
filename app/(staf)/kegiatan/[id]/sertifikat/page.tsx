import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { findIssuing } from "@/lib/certificates/issuing";
import { listCertificates } from "@/lib/certificates/reads";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { requireMeeting } from "@/lib/web/meeting";
import { CandidateList } from "./candidate-list";
import { CertificateList } from "./certificate-list";
import { IssueForm } from "./issue-form";

export const metadata: Metadata = { title: "Sertifikat" };

/** Certificates of a training: given to all who meet its rule in one step, printed one by one or all at once. */
export default async function CertificatesPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, meeting } = await requireMeeting((await params).id);
  if (meeting.kind !== "KALAKARYA") notFound();
  const [issuing, certificates] = await Promise.all([
    findIssuing(actor, meeting.id),
    listCertificates(actor, meeting.id),
  ]);
  const candidates = issuing?.candidates ?? [];
  const ready = candidates.filter(({ hasOne, lacking }) => !hasOne && lacking.length === 0);
  const without = candidates.filter(({ hasOne, lacking }) => !hasOne && lacking.length > 0);
  const inForce = certificates.filter(({ withdrawnAt }) => !withdrawnAt);
  const canWrite = canWriteMeeting(actor, meeting);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="terbit">
        <h2 id="terbit" className="mb-2">
          Sertifikat terbit: {inForce.length}
        </h2>
        {inForce.length > 0 && (
          <p className="no-print mb-2">
            <a href={`/surat/sertifikat-semua/${meeting.id}/pdf`} className="button">
              Semua dalam satu PDF
            </a>
          </p>
        )}
        {certificates.length === 0 ? (
          <EmptyState title="Belum ada sertifikat">
            <p>Sertifikat diterbitkan sekaligus untuk semua yang memenuhi syarat, sesudah kegiatannya selesai.</p>
          </EmptyState>
        ) : (
          <CertificateList certificates={certificates} meetingId={meeting.id} canWrite={canWrite} />
        )}
      </section>
      {ready.length > 0 && (
        <section aria-labelledby="siap">
          <h2 id="siap" className="mb-2">
            Memenuhi syarat: {ready.length}
          </h2>
          <CandidateList candidates={ready} />
          {canWrite && meeting.status === "CLOSED" && issuing && (
            <IssueForm meetingId={meeting.id} issuing={issuing} count={ready.length} />
          )}
          {canWrite && meeting.status !== "CLOSED" && (
            <p className="mt-3">
              Sertifikat dapat terbit sesudah kegiatannya selesai.{" "}
              <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="link">
                Buka Ringkasan
              </Link>
            </p>
          )}
        </section>
      )}
      {without.length > 0 && (
        <section aria-labelledby="belum">
          <h2 id="belum" className="mb-2">
            Belum memenuhi syarat: {without.length}
          </h2>
          <CandidateList candidates={without} />
        </section>
      )}
    </div>
  );
}

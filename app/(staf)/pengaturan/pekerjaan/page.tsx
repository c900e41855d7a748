import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pager } from "@/components/pager";
import { Refresher } from "@/components/refresher";
import { findHousekeeping, listJobs } from "@/lib/jobs/reads";
import { canSeeJobs } from "@/lib/jobs/rules";
import { formatMoment } from "@/lib/time";
import { type Query, queryPage } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { JobRow } from "./job-row";

export const metadata: Metadata = { title: "Pekerjaan di belakang layar" };

const path = "/pengaturan/pekerjaan";

export default async function JobsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canSeeJobs(actor)) notFound();
  const page = queryPage((await searchParams).halaman);
  const { timeZone } = actor.organisation;
  const [{ jobs, hasMore }, housekeeping] = await Promise.all([listJobs(actor, page), findHousekeeping(actor)]);
  const isMoving = jobs.some(({ state }) => state === "waiting" || state === "running");
  return (
    <>
      <PageHeader title="Pekerjaan di belakang layar" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Yang diminta kantor Anda dan dikerjakan sesudah halamannya ditutup, misalnya mengirim email. Yang gagal dicoba
          lagi sendiri sampai setengah jam; sesudah itu jalankan lagi dari sini.
        </p>
        <p className="mt-2 text-sm text-muted">
          Pembersihan otomatis:{" "}
          {housekeeping?.finishedAt
            ? `terakhir ${formatMoment(housekeeping.finishedAt, timeZone)}`
            : "belum pernah berjalan"}
          .
        </p>
        {isMoving && (
          <p className="mt-2">
            <a href={path} className="link">
              <Refresher />
            </a>
          </p>
        )}
      </PageHeader>
      {jobs.length === 0 ? (
        <EmptyState title="Belum ada pekerjaan">
          Yang berjalan lama, seperti impor, surel, dan berkas akreditasi, tampak di sini begitu diminta.
        </EmptyState>
      ) : (
        <ol className="border-t border-line">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} timeZone={timeZone} />
          ))}
        </ol>
      )}
      <Pager
        previous={page > 1 ? `${path}?halaman=${page - 1}` : null}
        next={hasMore ? `${path}?halaman=${page + 1}` : null}
      />
    </>
  );
}

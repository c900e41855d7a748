import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { findBackups } from "@/lib/backups/reads";
import { findHealth } from "@/lib/health";
import { databaseRoleWarning } from "@/lib/installation/database-role";
import { keepsInstallation } from "@/lib/installation/keeper";
import { findProblems } from "@/lib/installation/state";
import { transportProblems } from "@/lib/installation/transport";
import { findRetention } from "@/lib/privacy/settings";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { BackupSection } from "./backup-section";
import { HealthSection } from "./health-section";
import { PrivacySection } from "./privacy-section";

export const metadata: Metadata = { title: "Pemasangan" };

export default async function InstallationPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!(await keepsInstallation(actor))) notFound();
  const isSaved = (await searchParams).tersimpan === "ya";
  const now = new Date();
  const [health, backups, role, others, retention] = await Promise.all([
    findHealth(),
    findBackups(actor, now),
    databaseRoleWarning(),
    findProblems(actor),
    findRetention(),
  ]);
  const failure = backups.failure && `Cadangan terakhir gagal: ${backups.failure.replace(/\.$/, "")}`;
  const problems = [
    health.ok ? null : health.reason,
    backups.warning,
    failure,
    role,
    ...transportProblems(),
    ...others,
  ].filter((problem) => problem !== null);
  return (
    <>
      <PageHeader title="Pemasangan" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Lokmin di komputer atau server ini, untuk semua instansi yang memakainya. Halaman ini hanya untuk admin
          instansi teratas.
        </p>
      </PageHeader>
      {isSaved && <SavedNotice>Setelan tersimpan.</SavedNotice>}
      <div className="flex flex-col gap-10">
        <HealthSection health={health} problems={problems} />
        <BackupSection key={String(isSaved)} {...backups} now={now} timeZone={actor.organisation.timeZone} />
        <PrivacySection key={JSON.stringify(retention)} retention={retention} />
      </div>
    </>
  );
}

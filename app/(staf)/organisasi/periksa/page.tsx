import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { type FindingGroup, findingsOf } from "@/lib/office-check/findings";
import { readSetUp } from "@/lib/office-check/reads";
import { belowName, canManageOrganisations } from "@/lib/organisations/rules";
import { say } from "@/lib/web/local-words";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Periksa kelengkapan" };

export default async function CheckPage() {
  const actor = await requireActor();
  if (!canManageOrganisations(actor)) notFound();
  const setUp = await readSetUp(actor);
  const groups = findingsOf(setUp, actor.organisation);
  const count = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <>
      <PageHeader
        title="Periksa kelengkapan"
        crumbs={[{ href: "/organisasi", label: belowName(actor.organisation.kind) }]}
      >
        <p className="text-muted">
          {actor.organisation.name}: {setUp.offices.length.toLocaleString("id-ID")} instansi di bawahnya,{" "}
          {count.toLocaleString("id-ID")} hal perlu dilihat
        </p>
      </PageHeader>
      {groups.length === 0 && (
        <EmptyState title="Semuanya lengkap">Tidak ada yang perlu diperbaiki di susunan instansi Anda.</EmptyState>
      )}
      {groups.length > 1 && (
        <ul className="mb-8 flex flex-wrap gap-x-5">
          {groups.map(({ id, title, findings }) => (
            <li key={id}>
              <a href={`#${id}`} className="link inline-flex min-h-11 items-center">
                {say(title)} ({findings.length})
              </a>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-col gap-8">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

function Group({ group: { id, title, why, findings } }: { group: FindingGroup }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="scroll-mt-4">
        {say(title)} <span className="font-normal text-muted">({findings.length})</span>
      </h2>
      <p className="mb-2 text-muted">{say(why)}</p>
      <ul className="divide-y divide-line border-y border-line">
        {findings.map(({ key, line, detail, href, mend }) => (
          <li key={key} className="grid items-center gap-x-6 py-1 sm:grid-cols-[1fr_auto]">
            <span className="min-w-0">
              {say(line)}
              {detail && <span className="block text-sm text-muted">{detail}</span>}
            </span>
            <Link
              href={href}
              prefetch={false}
              aria-label={`${mend}: ${line}`}
              className="link no-print inline-flex min-h-11 items-center"
            >
              {mend}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/badge";
import { PageHeader } from "@/components/page-header";
import { canChangeProgramme } from "@/lib/programmes/rules";
import { formatDayShort } from "@/lib/time";
import { requireProgramme } from "@/lib/web/programme";
import { ProgrammeTabs } from "./programme-tabs";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = (await requireProgramme((await params).id)).programme;
  return { title: { default: name, template: `%s · ${name.replaceAll("%s", "%")} · Lokmin` } };
}

export default async function ProgrammeLayout({ params, children }: Props) {
  const { actor, programme } = await requireProgramme((await params).id);
  const { id, name, startsOn, endsOn, organisation, closedAt } = programme;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[{ href: "/program", label: "Program" }]}
        action={
          <Link href={`/surat/laporan-program/${id}`} prefetch={false} className="button">
            Laporan program
          </Link>
        }
      >
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          {closedAt && <Badge>Ditutup</Badge>}
          <span>
            {formatDayShort(startsOn)} s.d. {formatDayShort(endsOn)}
          </span>
          {organisation.id !== actor.organisation.id && <span>{organisation.name}</span>}
        </div>
      </PageHeader>
      <ProgrammeTabs id={id} canChange={canChangeProgramme(actor, programme)} />
      {children}
    </>
  );
}

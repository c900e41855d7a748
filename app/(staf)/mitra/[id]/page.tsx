import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findSeat } from "@/lib/directory/reads";
import { canKeepOfficeHead, seatName, sectorNames } from "@/lib/directory/rules";
import { say } from "@/lib/web/local-words";
import { requireActor } from "@/lib/web/session";
import { directoryCrumb } from "../directory-crumb";
import { archiveSeatAction, restoreSeatAction } from "./actions";
import { FormerHolders, PresentHolder } from "./holders";

export const metadata: Metadata = { title: "Jabatan" };

export default async function SeatPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const seat = await findSeat(actor, (await params).id);
  if (!seat) notFound();
  const { timeZone } = actor.organisation;
  const isOpen = canKeepOfficeHead(actor) && !seat.archivedAt;
  return (
    <>
      <PageHeader
        title={seatName({ title: seat.title, prefix: seat.holder?.prefix })}
        crumbs={[directoryCrumb(actor)]}
        action={
          isOpen && (
            <Link href={`/mitra/${seat.id}/ganti`} prefetch={false} className="button button-main">
              {seat.holder ? "Ganti pejabat" : "Isi pejabat"}
            </Link>
          )
        }
      >
        <p className="text-muted">
          {seat.institution}
          {seat.village && `, ${say("desa")} ${seat.village.name}`}
        </p>
        {seat.archivedAt && <Badge>Diarsipkan</Badge>}
      </PageHeader>
      <div className="flex flex-col gap-8">
        <PresentHolder seat={seat} timeZone={timeZone} canWrite={isOpen} />
        <section aria-labelledby="jabatan">
          <h2 id="jabatan">Jabatan ini</h2>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">Sektor</dt>
            <dd>{say(sectorNames[seat.sector])}</dd>
            <dt className="text-muted">{say("Desa")}</dt>
            <dd>{seat.village?.name ?? say("tidak terikat satu desa")}</dd>
            <dt className="text-muted">Urutan protokol</dt>
            <dd>{seat.protocolOrder}</dd>
          </dl>
          {isOpen && (
            <div className="no-print mt-3 flex flex-wrap gap-3">
              <Link href={`/mitra/${seat.id}/jabatan`} prefetch={false} className="button">
                Ubah jabatan
              </Link>
              <ActionForm
                action={archiveSeatAction.bind(null, seat.id)}
                submit="Arsipkan jabatan"
                tone="danger"
                className="contents"
              />
            </div>
          )}
        </section>
        <FormerHolders seat={seat} timeZone={timeZone} canWrite={isOpen} />
        {seat.archivedAt && canKeepOfficeHead(actor) && (
          <ActionForm
            action={restoreSeatAction.bind(null, seat.id)}
            submit="Pulihkan ke daftar mitra"
            className="flex flex-col gap-3"
          />
        )}
      </div>
    </>
  );
}

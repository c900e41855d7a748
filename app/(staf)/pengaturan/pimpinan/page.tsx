import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { findHeadSeat } from "@/lib/directory/office-head";
import { canKeepOfficeHead } from "@/lib/directory/rules";
import { requireActor } from "@/lib/web/session";
import { chooseHeadSeatAction } from "./actions";

export const metadata: Metadata = { title: "Kepala instansi" };

export default async function OfficeHeadPage() {
  const actor = await requireActor();
  if (!canKeepOfficeHead(actor)) notFound();
  const { headSeat, proposals } = await findHeadSeat(actor);
  return (
    <>
      <PageHeader title="Kepala instansi" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Siapa memimpin {actor.organisation.name}, sejak kapan, dengan pangkat dan NIP apa. Pengesahan dan surat suatu
          kegiatan memakai yang memimpin pada hari kegiatan itu, juga bila kini sudah berganti.
        </p>
      </PageHeader>
      {headSeat ? (
        <section aria-labelledby="sekarang">
          <h2 id="sekarang">{headSeat.title}</h2>
          <p className="mt-2">
            {headSeat.holders[0]?.name ?? <span className="text-soon">Pejabatnya belum dicatat</span>}
          </p>
          <Link href={`/mitra/${headSeat.id}`} prefetch={false} className="button mt-3">
            Buka pejabat dan masa jabatannya
          </Link>
        </section>
      ) : (
        <p className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          Kepala instansi Anda belum dicatat. Surat dan pengesahan terbit tanpa namanya.
        </p>
      )}
      <section aria-labelledby="pilih" className="mt-8 flex max-w-2xl flex-col gap-4">
        <h2 id="pilih">{headSeat ? "Jabatan lain" : "Jabatannya"}</h2>
        {proposals.length > 0 && (
          <ActionForm action={chooseHeadSeatAction} submit="Pakai jabatan ini" className="flex flex-col gap-4">
            <RadioGroup
              name="seatId"
              legend="Jabatan kepala di daftar mitra Anda"
              options={proposals.map(({ id, title, institution, holders: [holder] }) => ({
                value: id,
                label: `${title}, ${institution}`,
                hint: holder?.name ?? "pejabat belum dicatat",
              }))}
            />
          </ActionForm>
        )}
        <Link
          href="/pengaturan/pimpinan/baru"
          prefetch={false}
          className={
            headSeat || proposals.length > 0
              ? "link inline-flex min-h-11 items-center"
              : "button button-main self-start"
          }
        >
          Catat jabatan kepala yang baru
        </Link>
      </section>
    </>
  );
}

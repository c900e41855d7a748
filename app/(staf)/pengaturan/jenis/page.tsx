import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { listMeetingTypes } from "@/lib/meeting-types/reads";
import { canWriteTypes, kindOrder, type MeetingTypeView } from "@/lib/meeting-types/rules";
import { kindNames } from "@/lib/meetings/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { hideTypeAction } from "./actions";

export const metadata: Metadata = { title: "Jenis kegiatan" };

export default async function MeetingTypesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteTypes(actor)) notFound();
  const types = await listMeetingTypes(actor);
  return (
    <>
      <PageHeader
        title="Jenis kegiatan"
        crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}
        action={
          <Link href="/pengaturan/jenis/baru" prefetch={false} className="button button-main">
            Tambah jenis
          </Link>
        }
      >
        <p className="mt-2 max-w-prose">
          Tiap jenis punya daftar masukan dan luaran. Daftarnya disalin ke kegiatan saat kegiatan dibuat, lalu dicentang
          di sana; perubahan di sini berlaku untuk kegiatan berikutnya.
        </p>
      </PageHeader>
      {queryText((await searchParams).tersimpan) === "ya" && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Jenis kegiatan tersimpan.
        </p>
      )}
      <div className="flex flex-col gap-8">
        {kindOrder.map((kind) => (
          <section key={kind} aria-labelledby={kind}>
            <h2 id={kind} className="mb-2">
              {kindNames[kind]}
            </h2>
            <ul className="border-t border-line">
              {types
                .filter((type) => type.kind === kind)
                .map((type) => (
                  <TypeRow key={type.key} type={type} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function TypeRow({ type }: { type: MeetingTypeView }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-32">
        <Link href={`/pengaturan/jenis/${type.key}`} prefetch={false} className="link font-semibold">
          {type.name}
        </Link>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          {type.inputs.length} masukan · {type.outputs.length} luaran
          {type.isOwn && <Badge>{type.isDefault ? "diubah puskesmas" : "buatan puskesmas"}</Badge>}
          {type.isHidden && <Badge tone="soon">disembunyikan</Badge>}
        </p>
      </div>
      <ActionForm
        action={hideTypeAction.bind(null, type.key, !type.isHidden)}
        submit={type.isHidden ? "Tampilkan" : "Sembunyikan"}
        tone="plain"
        className="flex flex-col gap-2"
      />
    </li>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { isDinkes } from "@/lib/actor";
import { canSetStartOfUse, findStartOfUse } from "@/lib/organisations/start-of-use";
import { dayOf, formatMonth, monthNames } from "@/lib/time";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { setStartOfUseAction } from "./actions";

export const metadata: Metadata = { title: "Dipakai sejak" };

export default async function StartOfUsePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canSetStartOfUse(actor)) notFound();
  const isSaved = (await searchParams).tersimpan === "ya";
  const start = await findStartOfUse(actor);
  const isOwn = start?.by.id === actor.organisation.id;
  const proposed = start?.month ?? dayOf(new Date(), actor.organisation.timeZone);
  return (
    <>
      <PageHeader title="Dipakai sejak" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Lokmin sebelum bulan ini tidak ditandai terlewat di beranda, matriks, dan berkas akreditasi; yang tetap Anda
          catat tetap tampil.{" "}
          {isDinkes(actor) && "Berlaku untuk semua puskesmas binaan yang tidak menentukan bulannya sendiri. "}
          {start
            ? isOwn
              ? `Sekarang: ${formatMonth(start.month)}.`
              : `Sekarang: ${formatMonth(start.month)}, menurut ${start.by.name}.`
            : "Sekarang belum ditentukan: semua bulan dihitung."}
        </p>
      </PageHeader>
      {isSaved && (
        <SavedNotice>
          Tersimpan.{" "}
          <Link href="/mulai" prefetch={false} className="link">
            Lihat langkah hari pertama
          </Link>
        </SavedNotice>
      )}
      <ActionForm
        key={String(isSaved)}
        action={setStartOfUseAction}
        submit="Simpan"
        className="flex max-w-xl flex-col gap-5"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="month"
            label="Bulan"
            empty={isOwn ? "Hapus, ikuti instansi di atas" : "Belum ditentukan"}
            options={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
            initial={Number(proposed.slice(5, 7))}
          />
          <TextField name="year" label="Tahun" inputMode="numeric" maxLength={4} initial={proposed.slice(0, 4)} />
        </div>
      </ActionForm>
    </>
  );
}

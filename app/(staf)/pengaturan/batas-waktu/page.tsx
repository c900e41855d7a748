import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { canSetDueDates, findDueDates } from "@/lib/matrix/due-dates";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { setDueDatesAction } from "./actions";

export const metadata: Metadata = { title: "Batas waktu Lokmin" };

export default async function DueDatesPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canSetDueDates(actor)) notFound();
  const isSaved = (await searchParams).tersimpan === "ya";
  const { by, monthlyDay, reportDays } = await findDueDates(actor);
  const isOwn = by?.id === actor.organisation.id;
  return (
    <>
      <PageHeader title="Batas waktu Lokmin" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Menurut batas ini matriks menandai yang terlambat. Tidak ada tanggal resmi yang kami temukan; Juknis ILP hanya
          menyebut awal bulan.{" "}
          {isOwn
            ? "Batas Anda berlaku untuk semua puskesmas binaan."
            : by
              ? `Sekarang berlaku batas dari ${by.name}.`
              : "Sekarang berlaku batas bawaan."}
        </p>
      </PageHeader>
      {isSaved && <SavedNotice>Batas waktu tersimpan.</SavedNotice>}
      <ActionForm
        key={String(isSaved)}
        action={setDueDatesAction}
        submit="Simpan batas waktu"
        className="flex max-w-xl flex-col gap-5"
      >
        <TextField
          name="monthlyDay"
          label="Lokmin bulanan diadakan sampai tanggal"
          hint="1 sampai 31; 31 berarti hari terakhir bulan itu. Lokmin triwulanan: sampai akhir triwulannya."
          inputMode="numeric"
          maxLength={2}
          initial={monthlyDay}
        />
        <TextField
          name="reportDays"
          label="Dilaporkan ke Dinkes dalam (hari sesudah kegiatan)"
          hint="0 sampai 90 hari."
          inputMode="numeric"
          maxLength={2}
          initial={reportDays}
        />
      </ActionForm>
    </>
  );
}

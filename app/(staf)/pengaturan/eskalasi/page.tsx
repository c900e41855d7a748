import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { findAnswerDays } from "@/lib/escalations/office";
import { canSetGrace } from "@/lib/escalations/rules";
import { requireActor } from "@/lib/web/session";
import { setAnswerDaysAction } from "./actions";

export const metadata: Metadata = { title: "Tenggang jawaban eskalasi" };

/** Within how many days the office means to answer what puskesmas hand to it. */
export default async function GracePage() {
  const actor = await requireActor();
  if (!canSetGrace(actor)) notFound();
  const answerDays = await findAnswerDays(actor);
  return (
    <>
      <PageHeader title="Tenggang jawaban eskalasi" crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}>
        <p className="mt-2 max-w-prose">
          Puskesmas membaca batas ini saat mengeskalasi RTL. Sesudah lewat, eskalasinya tertulis terlambat dijawab di
          daftar Anda dan di halaman puskesmas.
        </p>
      </PageHeader>
      <ActionForm key={answerDays} action={setAnswerDaysAction} submit="Simpan">
        <TextField
          name="answerDays"
          label="Jawaban dalam (hari)"
          hint="Dihitung dari hari eskalasi. Berlaku untuk eskalasi berikutnya; yang sudah masuk memakai tenggang lamanya."
          inputMode="numeric"
          initial={`${answerDays}`}
          className="max-w-80"
        />
      </ActionForm>
    </>
  );
}

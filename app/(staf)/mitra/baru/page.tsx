import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeader } from "@/components/page-header";
import { findSeat, listOwnVillages } from "@/lib/directory/reads";
import { canWriteDirectory, sectors } from "@/lib/directory/rules";
import { type Query, queryChoice, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { HolderFields } from "../holder-fields";
import { SeatFields } from "../seat-fields";
import { addSeatAction } from "./actions";

export const metadata: Metadata = { title: "Tambah jabatan" };

export default async function NewSeatPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteDirectory(actor)) notFound();
  const query = await searchParams;
  const [villages, saved] = await Promise.all([listOwnVillages(actor), findSeat(actor, queryText(query.tersimpan))]);
  const id = randomUUID();
  return (
    <>
      <PageHeader title="Tambah jabatan" crumbs={[{ href: "/mitra", label: "Mitra" }]} />
      {saved && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          Tersimpan:{" "}
          <Link href={`/mitra/${saved.id}`} prefetch={false} className="link">
            {saved.title}, {saved.institution}
          </Link>
          . Isi jabatan berikutnya.
        </p>
      )}
      {/* A new id is a new form: nothing of the last entry stays in it. */}
      <ActionForm key={saved?.id} action={addSeatAction} className="flex max-w-2xl flex-col gap-5">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="holderId" value={randomUUID()} />
        <h2>Jabatan</h2>
        <SeatFields
          villages={villages}
          seat={{
            title: queryText(query.jabatan),
            institution: "",
            sector: queryChoice(query.sektor, sectors) ?? "",
            villageCode: null,
            protocolOrder: null,
          }}
        />
        <CheckboxGroup
          name="isAnother"
          legend="Bila jabatan ini sudah ada"
          options={[{ value: "ya", label: "Orang tambahan, misalnya kader kedua di posyandu yang sama" }]}
        />
        <h2 className="mt-2">Pejabat sekarang</h2>
        <HolderFields mayBeVacant />
        <PersonStep />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>Simpan</SubmitButton>
          <SubmitButton tone="plain" name="then" value="another">
            Simpan, lalu tambah lagi
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

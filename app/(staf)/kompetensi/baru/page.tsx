import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { canSetCompetences } from "@/lib/competences/rules";
import { requireActor } from "@/lib/web/session";
import { addCompetenceAction } from "../actions";
import { CompetenceFields } from "../competence-fields";

export const metadata: Metadata = { title: "Tambah kompetensi" };

export default async function NewCompetencePage() {
  const actor = await requireActor();
  if (!canSetCompetences(actor)) notFound();
  return (
    <>
      <PageHeader title="Tambah kompetensi" crumbs={[{ href: "/kompetensi", label: "Kompetensi" }]} />
      <ActionForm action={addCompetenceAction} submit="Simpan kompetensi" className="flex max-w-2xl flex-col gap-5">
        <input type="hidden" name="id" value={randomUUID()} />
        <CompetenceFields />
      </ActionForm>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findCompetence } from "@/lib/competences/reads";
import { canSetCompetences } from "@/lib/competences/rules";
import { requireActor } from "@/lib/web/session";
import { archiveCompetenceAction, editCompetenceAction } from "../../actions";
import { CompetenceFields } from "../../competence-fields";

export const metadata: Metadata = { title: "Ubah kompetensi" };

export default async function EditCompetencePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const competence = await findCompetence(actor, (await params).id);
  if (!competence || !canSetCompetences(actor) || competence.organisation.id !== actor.organisation.id) notFound();
  const { id, name, version, archivedAt } = competence;
  return (
    <>
      <PageHeader
        title="Ubah kompetensi"
        crumbs={[
          { href: "/kompetensi", label: "Kompetensi" },
          { href: `/kompetensi/${id}`, label: name },
        ]}
      />
      <ActionForm
        action={editCompetenceAction.bind(null, id)}
        submit="Simpan perubahan"
        className="flex max-w-2xl flex-col gap-5"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <CompetenceFields competence={competence} />
      </ActionForm>
      <div className="mt-8 max-w-2xl">
        <ActionForm
          key={String(archivedAt)}
          action={archiveCompetenceAction.bind(null, id, archivedAt === null)}
          submit={archivedAt ? "Aktifkan lagi" : "Arsipkan kompetensi"}
          tone="plain"
        >
          <p className="text-muted">
            {archivedAt
              ? "Kompetensi ini di arsip dan tidak diwajibkan."
              : "Kompetensi di arsip tidak diwajibkan lagi."}
          </p>
        </ActionForm>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findMeetingType } from "@/lib/meeting-types/reads";
import { canWriteTypes } from "@/lib/meeting-types/rules";
import { kindNames } from "@/lib/meetings/rules";
import { requireActor } from "@/lib/web/session";
import { editTypeAction, restoreTypeAction } from "../actions";
import { TypeFields } from "../type-fields";

export const metadata: Metadata = { title: "Ubah jenis kegiatan" };

export default async function EditTypePage({ params }: { params: Promise<{ kunci: string }> }) {
  const actor = await requireActor();
  const type = canWriteTypes(actor) ? await findMeetingType(actor, (await params).kunci) : null;
  if (!type) notFound();
  return (
    <>
      <PageHeader
        title={type.name}
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/pengaturan/jenis", label: "Jenis kegiatan" },
        ]}
      >
        <p className="text-muted">{kindNames[type.kind]}</p>
      </PageHeader>
      <div className="flex max-w-3xl flex-col gap-8">
        <ActionForm
          key={[type.name, ...type.inputs, ...type.outputs].join()}
          action={editTypeAction.bind(null, type.key)}
          submit="Simpan jenis"
        >
          <TypeFields initial={type} isDefault={type.isDefault} />
        </ActionForm>
        {type.isOwn && type.isDefault && (
          <ActionForm action={restoreTypeAction.bind(null, type.key)} submit="Kembali ke daftar bawaan" tone="plain" />
        )}
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { canWriteTypes } from "@/lib/meeting-types/rules";
import { requireActor } from "@/lib/web/session";
import { addTypeAction } from "../actions";
import { TypeFields } from "../type-fields";

export const metadata: Metadata = { title: "Tambah jenis kegiatan" };

export default async function NewTypePage() {
  const actor = await requireActor();
  if (!canWriteTypes(actor)) notFound();
  return (
    <>
      <PageHeader
        title="Tambah jenis kegiatan"
        crumbs={[
          { href: "/pengaturan", label: "Pengaturan" },
          { href: "/pengaturan/jenis", label: "Jenis kegiatan" },
        ]}
      />
      <ActionForm action={addTypeAction} submit="Simpan jenis" className="flex max-w-3xl flex-col gap-5">
        <TypeFields initial={null} isDefault={false} />
      </ActionForm>
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHeader } from "@/components/page-header";
import { findStaff } from "@/lib/staff/reads";
import { requireActor } from "@/lib/web/session";
import { StaffFields } from "../../staff-fields";
import { editStaffAction } from "../actions";

export const metadata: Metadata = { title: "Ubah data pegawai" };

export default async function EditStaffPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await findStaff(await requireActor(), (await params).id);
  if (!staff?.isWhole || !staff.mayKeep) notFound();
  const address = `/pegawai/${staff.id}`;
  return (
    <>
      <PageHeader
        title="Ubah data pegawai"
        crumbs={[
          { href: "/pegawai", label: "Pegawai" },
          { href: address, label: staff.name },
        ]}
      />
      <ActionForm
        action={editStaffAction.bind(null, staff.id)}
        submit="Simpan"
        className="flex max-w-2xl flex-col gap-5"
        aside={
          <Link href={address} prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <HiddenField name="version" initial={staff.version} />
        <StaffFields staff={staff} />
      </ActionForm>
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { findOrganisation, listAreas, listVillagesOf, listWorkingArea } from "@/lib/organisations/reads";
import { belowName, canManageOffice } from "@/lib/organisations/rules";
import { say } from "@/lib/web/local-words";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { setWorkingAreaAction } from "../actions";
import { OverlapAnswer } from "./overlap-answer";
import { VillageGroups } from "./village-groups";

export const metadata: Metadata = { title: "Wilayah kerja" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function WorkingAreaPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const puskesmas = await findOrganisation(actor, (await params).id);
  if (puskesmas?.kind !== "PUSKESMAS" || !canManageOffice(actor, puskesmas.id)) notFound();
  const { id, name, areaCode, parent } = puskesmas;
  const [districts, present] = await Promise.all([
    listAreas(parent?.areaCode ?? areaCode.slice(0, 5)),
    listWorkingArea(actor, id),
  ]);
  const asked = (await searchParams).kec ?? [];
  // Kecamatan that hold desa of the present area stay on the page: what is not shown would be lost on saving.
  const shown = new Set([areaCode, ...present.map((district) => district.code), ...asked]);
  const codes = districts.map((district) => district.code).filter((code) => shown.has(code));
  const groups = await listVillagesOf(actor, codes, id);
  const others = districts.filter((district) => !shown.has(district.code));
  return (
    <>
      <PageHeader
        title="Wilayah kerja"
        crumbs={[
          { href: "/organisasi", label: belowName(actor.organisation.kind) },
          { href: `/organisasi/${id}`, label: name },
        ]}
      >
        <p className="text-muted">
          {say("Centang setiap desa yang dilayani")} {name}.
        </p>
      </PageHeader>
      {others.length > 0 && (
        <details className="no-print mb-6">
          <summary className="link min-h-11 py-2">{say("Tampilkan juga kecamatan lain")}</summary>
          <form className="mt-2 flex flex-col gap-3">
            {codes.map((code) => (
              <input key={code} type="hidden" name="kec" value={code} />
            ))}
            <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
              {others.map((district) => (
                <label key={district.code} className="flex min-h-11 items-center gap-3 py-1">
                  <input type="checkbox" name="kec" value={district.code} className="size-5 shrink-0 accent-accent" />
                  {district.name}
                </label>
              ))}
            </div>
            <p className="text-sm text-muted">Simpan dulu centang di bawah bila sudah ada yang diubah.</p>
            <div>
              <button type="submit" className="button">
                {say("Tampilkan desanya")}
              </button>
            </div>
          </form>
        </details>
      )}
      <ActionForm
        key={codes.join()}
        action={setWorkingAreaAction.bind(null, id)}
        submit="Simpan wilayah kerja"
        aside={
          <Link href={`/organisasi/${id}`} prefetch={false} className="link">
            Batal
          </Link>
        }
      >
        <VillageGroups
          groups={groups}
          initial={present.flatMap((district) => district.villages.map((village) => village.code))}
        />
        <OverlapAnswer />
      </ActionForm>
    </>
  );
}

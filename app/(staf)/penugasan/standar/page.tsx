import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { isDinkes } from "@/lib/actor";
import { canAssign } from "@/lib/assignments/rules";
import { findStandard } from "@/lib/needs/standard";
import { professionNames } from "@/lib/staff/professions";
import { requireActor } from "@/lib/web/session";
import { Profession } from "@/prisma/generated/enums";
import { dropStandardAction, setStandardAction } from "./actions";

export const metadata: Metadata = { title: "Standar ketenagaan" };

export default async function StandardPage() {
  const actor = await requireActor();
  if (!isDinkes(actor)) notFound();
  const { least, office } = await findStandard(actor);
  const isOwn = office?.id === actor.organisation.id;
  const professions = Object.values(Profession);
  return (
    <>
      <PageHeader
        title="Standar ketenagaan"
        crumbs={[
          { href: "/penugasan", label: "Penugasan khusus" },
          { href: "/penugasan/kebutuhan", label: "Kebutuhan" },
        ]}
      >
        <p className="max-w-prose text-muted">
          Jumlah paling sedikit di setiap puskesmas. Yang berlaku sekarang:{" "}
          {office?.name ?? "sembilan jenis tenaga menurut Permenkes 75/2014, masing-masing satu orang"}. Standar kantor
          yang terdekat di atas puskesmas yang dipakai.
        </p>
      </PageHeader>
      {canAssign(actor) ? (
        <div className="flex max-w-2xl flex-col gap-6">
          <ActionForm key={JSON.stringify(least)} action={setStandardAction} submit="Simpan standar">
            <div className="grid gap-4 sm:grid-cols-2">
              {professions.map((profession, place) => (
                <div key={profession}>
                  <input type="hidden" name={`rows.${place}.profession`} value={profession} />
                  <TextField
                    name={`rows.${place}.least`}
                    label={professionNames[profession]}
                    inputMode="numeric"
                    initial={least[profession] ?? ""}
                  />
                </div>
              ))}
            </div>
            <p className="text-sm text-muted">Kosong atau 0: tidak diminta.</p>
          </ActionForm>
          {isOwn && (
            <ActionForm action={dropStandardAction} submit="Pakai standar di atasnya" tone="plain">
              <p>
                Standar kantor ini dihapus; yang berlaku kembali standar kantor di atasnya, atau sembilan jenis tenaga.
              </p>
            </ActionForm>
          )}
        </div>
      ) : (
        <dl className="grid max-w-md grid-cols-[1fr_auto] gap-x-6 gap-y-1">
          {professions
            .filter((profession) => least[profession])
            .map((profession) => (
              <div key={profession} className="contents">
                <dt>{professionNames[profession]}</dt>
                <dd className="number">{least[profession]}</dd>
              </div>
            ))}
        </dl>
      )}
    </>
  );
}

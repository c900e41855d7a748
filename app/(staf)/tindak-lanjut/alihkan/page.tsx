import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, TextArea } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { OwnerField } from "@/components/plan/owner-field";
import { isPuskesmasWriter } from "@/lib/actor";
import { listReassignable } from "@/lib/follow-up/reads";
import { followUpSchema } from "@/lib/follow-up/schema";
import { listOwnerChoices } from "@/lib/plan/reads";
import { dueWords, ownerPerson } from "@/lib/plan/rules";
import { say } from "@/lib/web/local-words";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { reassignAction } from "./actions";

export const metadata: Metadata = { title: "Alihkan RTL" };

export default async function ReassignPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!isPuskesmasWriter(actor)) notFound();
  const filter = followUpSchema.parse(await searchParams);
  const [{ items, today }, { directory, staff, written }] = await Promise.all([
    listReassignable(actor, filter, new Date()),
    listOwnerChoices(actor, null),
  ]);
  // Anyone who ticked rows or came for one owner meant these; a filter alone only offers them.
  const isMeant = filter.rtl.length > 0 || filter.pemilik !== undefined || filter.ganti !== undefined;
  return (
    <>
      <PageHeader title="Alihkan RTL" crumbs={[{ href: "/tindak-lanjut", label: "Tindak lanjut" }]}>
        <p className="text-muted">
          Bila penanggung jawab berganti, RTL-nya tidak hilang: serahkan kepada yang baru. Tautan pribadi penanggung
          jawab lama tidak menampilkannya lagi.
        </p>
      </PageHeader>
      {items.length === 0 ? (
        <EmptyState
          title="Tidak ada RTL yang dapat dialihkan"
          action={
            <Link href="/tindak-lanjut" prefetch={false} className="button">
              Pilih dari daftar RTL
            </Link>
          }
        >
          Hanya RTL yang belum selesai yang dialihkan. Centang di daftar, lalu tekan “Alihkan”.
        </EmptyState>
      ) : (
        <ActionForm
          action={reassignAction}
          submit="Alihkan RTL yang dicentang"
          className="flex max-w-3xl flex-col gap-6"
          aside={
            <Link href="/tindak-lanjut" prefetch={false} className="link inline-flex min-h-11 items-center">
              Batal
            </Link>
          }
        >
          <CheckboxGroup
            name="rtl[]"
            legend="RTL yang dialihkan"
            initial={isMeant ? items.map((item) => item.id) : []}
            options={items.map((item) => ({
              value: item.id,
              label: `${item.number}. ${item.activity}`,
              hint: [
                dueWords(item, today),
                [ownerPerson(item), item.responsibleInstitution].filter(Boolean).join(", "),
                item.ownerLeft ? "sudah diganti" : "",
                item.meetingTitle,
              ]
                .filter(Boolean)
                .join(" · "),
            }))}
          />
          <OwnerField
            groups={[
              { label: "Mitra", choices: directory },
              { label: "Petugas puskesmas", choices: staff },
              { label: "Pernah ditulis", choices: written },
            ]}
            initial={{ owner: "", responsibleInstitution: null, responsibleTitle: null, responsibleName: null }}
            institutions={[]}
          />
          <TextArea
            name="reason"
            label="Alasan"
            hint={say("Misalnya: kepala desa berganti sejak 1 November")}
            rows={2}
          />
        </ActionForm>
      )}
    </>
  );
}

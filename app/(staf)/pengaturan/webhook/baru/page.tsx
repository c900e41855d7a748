import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { PageHeader } from "@/components/page-header";
import { requireActor } from "@/lib/web/session";
import { canKeepWebhooks } from "@/lib/webhooks/rules";
import { addWebhookAction } from "../actions";
import { webhookCrumbs } from "../crumbs";
import { WebhookFields } from "../webhook-fields";

export const metadata: Metadata = { title: "Tambah webhook" };

export default async function NewWebhookPage() {
  const actor = await requireActor();
  if (!canKeepWebhooks(actor)) notFound();
  return (
    <>
      <PageHeader title="Tambah webhook" crumbs={webhookCrumbs}>
        <p className="mt-2 max-w-prose">
          Setiap pesan ditandatangani menurut Standard Webhooks: header webhook-id, webhook-timestamp, dan
          webhook-signature. Kunci untuk memeriksanya ditampilkan sekali setelah disimpan.
        </p>
      </PageHeader>
      <div className="max-w-xl">
        <ActionForm action={addWebhookAction} submit="Simpan webhook">
          <input type="hidden" name="id" value={randomUUID()} />
          <WebhookFields />
        </ActionForm>
      </div>
    </>
  );
}

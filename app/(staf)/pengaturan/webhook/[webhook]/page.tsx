import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHeader } from "@/components/page-header";
import { Refresher } from "@/components/refresher";
import { requireActor } from "@/lib/web/session";
import { findWebhook } from "@/lib/webhooks/reads";
import { canKeepWebhooks, deliveryState } from "@/lib/webhooks/rules";
import {
  deleteWebhookAction,
  editWebhookAction,
  renewSecretAction,
  switchWebhookAction,
  testWebhookAction,
} from "../actions";
import { webhookCrumbs } from "../crumbs";
import { WebhookFields } from "../webhook-fields";
import { DeliveryList } from "./delivery-list";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhookPage({ params }: { params: Promise<{ webhook: string }> }) {
  const actor = await requireActor();
  if (!canKeepWebhooks(actor)) notFound();
  const webhook = await findWebhook(actor, (await params).webhook);
  if (!webhook) notFound();
  const { id, url, topics, isActive, version, deliveries } = webhook;
  const isSending = deliveries.some((delivery) => deliveryState(delivery) === "waiting");
  return (
    <>
      <PageHeader title={new URL(url).host} crumbs={webhookCrumbs}>
        <p className="mt-2">{isActive ? <Badge tone="done">menyala</Badge> : <Badge>mati</Badge>}</p>
      </PageHeader>
      {isActive && isSending && <Refresher />}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="kiriman">
          <h2 id="kiriman" className="mb-2">
            Pengiriman terakhir
          </h2>
          <DeliveryList webhookId={id} deliveries={deliveries} timeZone={actor.organisation.timeZone} />
        </section>
        <section aria-labelledby="setelan" className="flex flex-col gap-6">
          <h2 id="setelan">Setelan</h2>
          <ActionForm key={version} action={editWebhookAction.bind(null, id)} submit="Simpan">
            <HiddenField name="version" initial={version} />
            <WebhookFields url={url} topics={topics} />
          </ActionForm>
          <div className="flex flex-wrap gap-3">
            {isActive && (
              <ActionForm
                action={testWebhookAction.bind(null, id)}
                submit="Kirim pesan uji"
                tone="plain"
                className=""
              />
            )}
            <ActionForm
              action={switchWebhookAction.bind(null, id, !isActive)}
              submit={isActive ? "Matikan" : "Nyalakan"}
              tone="plain"
              className=""
            />
          </div>
          <details>
            <summary className="min-h-11 content-center text-accent">Ganti kunci atau hapus</summary>
            <div className="mt-2 flex flex-col gap-4">
              <ActionForm action={renewSecretAction.bind(null, id)} submit="Ganti kunci" tone="plain" />
              <ActionForm action={deleteWebhookAction.bind(null, id)} submit="Hapus webhook" tone="danger" />
            </div>
          </details>
        </section>
      </div>
    </>
  );
}

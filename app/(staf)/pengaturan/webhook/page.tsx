import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { formatMoment } from "@/lib/time";
import { requireActor } from "@/lib/web/session";
import { listWebhooks } from "@/lib/webhooks/reads";
import { canKeepWebhooks, deliveryState, deliveryStateNames } from "@/lib/webhooks/rules";
import { topicName } from "@/lib/webhooks/topics";

export const metadata: Metadata = { title: "Webhook" };

export default async function WebhooksPage() {
  const actor = await requireActor();
  if (!canKeepWebhooks(actor)) notFound();
  const webhooks = await listWebhooks(actor);
  return (
    <>
      <PageHeader
        title="Webhook"
        crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}
        action={
          <Link href="/pengaturan/webhook/baru" prefetch={false} className="button button-main">
            Tambah webhook
          </Link>
        }
      >
        <p className="mt-2 max-w-prose">
          Lokmin memberi tahu sistem lain saat sesuatu terjadi pada kegiatan yang terlihat oleh{" "}
          {actor.organisation.name}. Pesannya hanya berisi id; isinya dibaca lewat API dengan token.
        </p>
      </PageHeader>
      {webhooks.length === 0 ? (
        <EmptyState title="Belum ada webhook">
          Tambahkan satu bila ada dasbor atau sistem lain yang perlu tahu seketika.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {webhooks.map(({ id, url, topics, isActive, deliveries: [last] }) => (
            <li key={id} className="border-b border-line">
              <Link
                href={`/pengaturan/webhook/${id}`}
                prefetch={false}
                className="block px-1 py-3 no-underline hover:bg-sunken"
              >
                <span className="font-semibold break-all text-accent">{url}</span> {!isActive && <Badge>mati</Badge>}
                {last && deliveryState(last) === "failed" && <Badge tone="late">pengiriman terakhir gagal</Badge>}
                <span className="block text-sm text-muted">
                  {topics.map(topicName).join(", ")} ·{" "}
                  {last
                    ? `${deliveryStateNames[deliveryState(last)]}, ${formatMoment(last.createdAt, actor.organisation.timeZone)}`
                    : "belum ada pengiriman"}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

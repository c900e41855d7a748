import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SendTools } from "@/components/send-tools";
import type { Actor } from "@/lib/actor";
import { followUpSchema } from "@/lib/follow-up/schema";
import { canHandOutOwnerLinks } from "@/lib/owner-links/rules";
import { findOwnerSendList } from "@/lib/owner-links/send-list";
import type { FoundItem } from "@/lib/plan/reads";
import { isOpen } from "@/lib/progress/rules";
import { formatMoment } from "@/lib/time";
import { issueLinkAction, linkOpenedAction, revokeLinkAction } from "./owner-link-actions";

type Props = { actor: Actor; item: FoundItem; now: Date };

/** The personal link of a row's owner, for the staff: make it, pass it on, end it. */
export async function ItemOwnerLink({ actor, item, now }: Props) {
  if (!canHandOutOwnerLinks(actor) || !isOpen(item.status)) return null;
  const list = await findOwnerSendList(actor, followUpSchema.parse({ status: "semua", pemilik: item.ownerRef }), now);
  const [owner] = list.rows;
  if (!owner) return null;
  const bound = { meetingId: item.meetingId, itemId: item.id, ownerRef: item.ownerRef };
  const zone = actor.organisation.timeZone;
  return (
    <section aria-labelledby="tautan-pemilik" className="no-print">
      <h3 id="tautan-pemilik" className="mb-2 text-lg">
        Tautan penanggung jawab
      </h3>
      {owner.hasLeft || item.ownerLeft ? (
        <p className="mb-2 text-late">
          Penanggung jawab sudah diganti.{" "}
          <Link href={`/tindak-lanjut/alihkan?rtl=${item.id}`} prefetch={false} className="link">
            Alihkan RTL ini
          </Link>
        </p>
      ) : null}
      {!owner.hasLeft && !owner.address && (
        <ActionForm
          action={issueLinkAction.bind(null, bound)}
          submit="Buat tautan pribadi"
          tone="plain"
          className="flex flex-col gap-2"
        >
          <p className="dim max-w-prose">
            Dengan tautan ini penanggung jawab melaporkan sendiri RTL-nya di puskesmas ini, tanpa akun.
          </p>
        </ActionForm>
      )}
      {owner.address && (
        <div className="flex flex-col gap-2">
          <p className="font-mono text-sm break-all">{owner.address.replace(/^https?:\/\//, "")}</p>
          <p className="dim">
            {owner.remindedAt ? `Terakhir dikirim ${formatMoment(owner.remindedAt, zone)}` : "Belum dikirim"}
          </p>
          <SendTools
            whatsapp={owner.whatsapp}
            message={owner.whatsapp || !owner.message?.ok ? null : owner.message.text}
            isNext={false}
            isDone={owner.isDone}
            onOpened={linkOpenedAction.bind(null, bound)}
          />
          {owner.message && !owner.message.ok && <p className="text-late">{owner.message.reason}</p>}
          <details>
            <summary className="link inline-flex min-h-11 items-center">Cabut tautan ini</summary>
            <ActionForm
              action={revokeLinkAction.bind(null, bound)}
              submit="Cabut tautan"
              tone="danger"
              className="mt-2 flex flex-col gap-2"
            >
              <p>Siapa pun yang memegangnya tidak dapat membukanya lagi. Anda dapat membuat yang baru sesudahnya.</p>
            </ActionForm>
          </details>
        </div>
      )}
    </section>
  );
}

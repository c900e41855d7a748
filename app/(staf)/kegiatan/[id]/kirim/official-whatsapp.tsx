import { ActionForm } from "@/components/form/action-form";
import { messageSlugs } from "@/lib/messages/rules";
import type { SendRow } from "@/lib/messages/send-list";
import type { WhatsappKind } from "@/lib/whatsapp/rules";
import { waitsForWhatsapp } from "@/lib/whatsapp/writes";
import { whatsappAction } from "./actions";

type Props = { meetingId: string; kind: WhatsappKind; rows: readonly SendRow[] };

/** All who wait at once, by the official API. */
export function OfficialWhatsapp({ meetingId, kind, rows }: Props) {
  const count = rows.filter((row) => waitsForWhatsapp(row, kind)).length;
  if (count === 0) return null;
  return (
    <div className="no-print mb-4">
      <ActionForm
        action={whatsappAction.bind(null, meetingId, messageSlugs[kind])}
        submit={`Kirim lewat WhatsApp resmi ke ${count} orang`}
        tone="plain"
      />
    </div>
  );
}

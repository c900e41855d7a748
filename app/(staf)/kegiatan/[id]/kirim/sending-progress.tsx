import { Refresher } from "@/components/refresher";
import type { Sending } from "@/lib/email/reads";
import { formatMoment } from "@/lib/time";

const ways = {
  email: { id: "kiriman", label: "Pengiriman email terakhir", takenBy: "server email" },
  whatsapp: { id: "kiriman-whatsapp", label: "Pengiriman WhatsApp resmi terakhir", takenBy: "WhatsApp" },
} as const;

type Props = { sending: Sending; way: keyof typeof ways; timeZone: string };

/** How far the last sending is; it goes on by itself, seen or not. */
export function SendingProgress({ sending, way, timeZone }: Props) {
  const { id, label, takenBy } = ways[way];
  const { state, accepted, waiting, total, outcome, subject, requester, createdAt } = sending;
  const isOpen = state === "waiting" || state === "running" || state === "retrying";
  return (
    <section id={id} aria-label={label} className="no-print card mb-4 max-w-prose scroll-mt-20">
      <p className="font-semibold">
        {subject}: {accepted} dari {total} diterima {takenBy}
      </p>
      <p role="status" className={state === "failed" || (state === "retrying" && outcome) ? "text-late" : ""}>
        {state === "waiting" && "Menunggu giliran. Anda boleh meninggalkan halaman ini."}
        {state === "running" && `Sedang dikirim, ${waiting} lagi. Anda boleh meninggalkan halaman ini.`}
        {state === "retrying" && `${outcome ?? ""} Dicoba lagi sebentar lagi.`}
        {state === "failed" && `Berhenti: ${outcome ?? ""}`}
        {state === "done" && `Selesai: ${outcome ?? ""}.`}
      </p>
      <p className="text-sm text-muted">
        Diminta {requester}, {formatMoment(createdAt, timeZone)}
        {isOpen && (
          <>
            {" · "}
            <a href={`#${id}`} className="link">
              <Refresher />
            </a>
          </>
        )}
      </p>
    </section>
  );
}

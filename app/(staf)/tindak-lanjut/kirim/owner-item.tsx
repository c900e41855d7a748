import Link from "next/link";
import { Badge } from "@/components/badge";
import { Icon } from "@/components/icon";
import { SendTools } from "@/components/send-tools";
import { formatPhone } from "@/lib/directory/rules";
import type { OwnerRow } from "@/lib/owner-links/send-list";
import { dueWords } from "@/lib/plan/rules";
import { formatMoment } from "@/lib/time";
import { followUpAddress } from "../filter-address";
import { remindedAction } from "./actions";

type Props = {
  row: OwnerRow;
  place: number;
  /** The list as its address says it. */
  query: string;
  isNext: boolean;
  today: string;
  timeZone: string;
};

/** One owner: who it is, what waits, when last reminded, and the ways to pass the reminder on. */
export function OwnerItem({ row, place, query, isNext, today, timeZone }: Props) {
  const { key, name, title, institution, phone, isDone, remindedAt } = row;
  return (
    <li
      id={`p-${place}`}
      aria-current={isNext ? "step" : undefined}
      className={`grid scroll-mt-20 gap-x-6 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] ${isNext ? "border-l-4 border-l-accent bg-accent-soft pr-3 pl-3" : ""}`}
    >
      <div>
        <p className="font-semibold">
          {title ?? institution}
          {isNext && <span className="ml-2 font-normal text-accent-strong">← berikutnya</span>}
        </p>
        <p className="text-sm">{name ?? <span className="text-muted">nama belum tercatat</span>}</p>
        <p className="dim">
          {title && institution}
          {phone && (
            <>
              {" · "}
              <span className="whitespace-nowrap">{formatPhone(phone)}</span>
            </>
          )}
        </p>
      </div>
      <div className="flex flex-col gap-2">
        <p className="text-sm">
          <Link href={followUpAddress("/tindak-lanjut", { pemilik: key })} prefetch={false} className="link">
            {row.open} belum selesai
          </Link>
          {row.overdue > 0 && <b className="text-late">, {row.overdue} terlambat</b>}
          {row.dueSoon > 0 && `, ${row.dueSoon} jatuh tempo 14 hari`}. Paling mendesak: {row.activity} (
          {dueWords(row, today)})
        </p>
        {(isDone || remindedAt) && (
          <p className="dim flex flex-wrap items-center gap-x-3 gap-y-1">
            {isDone && (
              <Badge tone="done" icon="check">
                Dikirim
              </Badge>
            )}
            {remindedAt && <span>terakhir diingatkan {formatMoment(remindedAt, timeZone)}</span>}
          </p>
        )}
        <Ways row={row} query={query} isNext={isNext} />
      </div>
    </li>
  );
}

function Ways({ row, query, isNext }: Pick<Props, "row" | "query" | "isNext">) {
  const { key, message, whatsapp, phone, isDone, hasLeft } = row;
  if (hasLeft)
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-late">
        <Icon name="alert" />
        Penanggung jawab ini sudah tidak ada.{" "}
        <Link href={`/tindak-lanjut/alihkan?pemilik=${encodeURIComponent(key)}`} prefetch={false} className="link">
          Alihkan RTL-nya
        </Link>
      </p>
    );
  if (!message) return <p className="dim">Tautan pribadinya belum dibuat.</p>;
  if (!message.ok)
    return (
      <p className="flex items-start gap-2 text-late">
        <Icon name="alert" />
        {message.reason}
      </p>
    );
  const tools = (
    <div className="no-print flex flex-col gap-2">
      {!whatsapp && (
        <p className="text-sm">
          {phone ? "Nomornya bukan nomor ponsel" : "Nomor WhatsApp belum tercatat"}: salin pesannya, atau{" "}
          <Link
            href={`/tindak-lanjut/slip?pemilik=${encodeURIComponent(key)}&status=semua`}
            prefetch={false}
            className="link"
          >
            cetak slip
          </Link>
          .
        </p>
      )}
      <SendTools
        whatsapp={whatsapp}
        message={whatsapp ? null : message.text}
        isNext={isNext}
        isDone={isDone}
        onOpened={remindedAction.bind(null, query, key)}
      />
      {(isNext || !whatsapp) && (
        <details>
          <summary className="min-h-11 content-center text-sm text-accent">Baca pesannya</summary>
          <textarea
            readOnly
            rows={9}
            defaultValue={message.text}
            aria-label={`Pesan untuk ${row.title ?? row.institution}`}
            className="input text-sm"
          />
        </details>
      )}
    </div>
  );
  if (!isDone) return tools;
  return (
    <details className="no-print">
      <summary className="min-h-11 content-center text-sm text-accent">Kirim lagi</summary>
      {tools}
    </details>
  );
}

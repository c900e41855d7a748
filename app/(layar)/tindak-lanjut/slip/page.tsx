import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/empty-state";
import { PrintButton } from "@/components/print-button";
import { SignOut } from "@/components/shell/sign-out";
import { followUpSchema } from "@/lib/follow-up/schema";
import { qrPicture } from "@/lib/invitations/qr";
import { canHandOutOwnerLinks } from "@/lib/owner-links/rules";
import { findOwnerSendList, type OwnerRow } from "@/lib/owner-links/send-list";
import { dueWords } from "@/lib/plan/rules";
import { formatDayLong } from "@/lib/time";
import type { Query } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export const metadata: Metadata = { title: "Slip pengingat" };

/** Reminders on paper, several a sheet: for owners without WhatsApp. */
export default async function ReminderSlips({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canHandOutOwnerLinks(actor)) notFound();
  const filter = followUpSchema.parse(await searchParams);
  const { rows, today } = await findOwnerSendList(actor, filter, new Date());
  const printed = rows.filter((row) => row.address);
  return (
    <main className="mx-auto max-w-3xl p-4 print:max-w-none print:p-0">
      <div className="no-print mb-4 flex flex-col gap-3">
        <h1>Slip pengingat</h1>
        <p className="text-muted">
          {printed.length} slip. Potong di garis putus-putus, lalu tandai “terkirim” di daftar kirim setelah diserahkan.
        </p>
        <div className="flex flex-wrap gap-3">
          {printed.length > 0 && <PrintButton />}
          <Link href="/tindak-lanjut/kirim" prefetch={false} className="button">
            Kembali ke daftar kirim
          </Link>
          <SignOut className="button" />
        </div>
        <p className="[@media(scripting:enabled)]:hidden">Cetak lewat menu peramban Anda.</p>
      </div>
      {printed.length === 0 ? (
        <EmptyState title="Tidak ada slip yang dapat dicetak">
          Buat dulu tautan pribadinya di daftar kirim. Slip hanya untuk penanggung jawab dengan RTL yang belum selesai.
        </EmptyState>
      ) : (
        <ol>
          {printed.map((row) => (
            <Slip key={row.key} row={row} puskesmas={actor.organisation.name} today={today} />
          ))}
        </ol>
      )}
    </main>
  );
}

function Slip({ row, puskesmas, today }: { row: OwnerRow; puskesmas: string; today: string }) {
  const { name, title, institution, address } = row;
  const qr = qrPicture(address ?? "");
  return (
    <li className="grid break-inside-avoid gap-x-5 gap-y-3 border-b border-dashed border-edge py-4 text-sm sm:grid-cols-[minmax(0,1fr)_10rem] print:grid-cols-[minmax(0,1fr)_10rem] print:py-2 print:text-xs print:leading-snug">
      <div>
        <p>{puskesmas} mengingatkan</p>
        <p className="mt-1 text-base print:text-sm">
          Yth. <b>{name ?? title ?? institution}</b>
        </p>
        <p>{[name ? title : null, institution].filter(Boolean).join(", ")}</p>
        <p className="mt-2">
          {row.open} rencana tindak lanjut belum selesai{row.overdue > 0 && `, ${row.overdue} terlambat`}. Paling
          mendesak: <b>{row.activity}</b>, batas waktu {formatDayLong(row.deadline)} ({dueWords(row, today)}).
        </p>
        <p className="mt-2 print:mt-1">
          Laporkan kemajuannya, boleh dengan foto: arahkan kamera ponsel ke kode ini, atau ketik alamat
        </p>
        <p className="font-mono font-semibold break-all">{address?.replace(/^https?:\/\//, "")}</p>
      </div>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        className="projector size-40"
        role="img"
        aria-label={`Kode QR tautan pribadi ${title ?? institution}`}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} fill="currentColor" />
      </svg>
    </li>
  );
}

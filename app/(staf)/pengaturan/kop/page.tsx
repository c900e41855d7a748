import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextField } from "@/components/form/field";
import { PageHeader } from "@/components/page-header";
import { findPaperSetUp } from "@/lib/letterheads/set-up";
import { patternPlaceholders } from "@/lib/letters/pattern";
import { canSetUpPapers } from "@/lib/letters/rules";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { archiveLetterheadAction, savePaperOfficeAction } from "./actions";

export const metadata: Metadata = { title: "Kop dan nomor surat" };

export default async function LetterheadsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canSetUpPapers(actor)) notFound();
  const { size, numberPattern, last, next, year, letterheads, archived } = await findPaperSetUp(actor);
  const saved = queryText((await searchParams).tersimpan);
  return (
    <>
      <PageHeader
        title="Kop dan nomor surat"
        crumbs={[{ href: "/pengaturan", label: "Pengaturan" }]}
        action={
          <Link href={`/pengaturan/kop/${randomUUID()}`} prefetch={false} className="button">
            Tambah kop
          </Link>
        }
      />
      {saved && (
        <p role="status" className="mb-5 rounded border-l-4 border-done bg-done-soft px-4 py-3">
          {saved === "kertas" ? "Kertas dan nomor surat tersimpan." : "Perubahan kop tersimpan."}
        </p>
      )}
      <h2>Kop surat</h2>
      <ul className="mt-3 mb-8 border-t border-line">
        {letterheads.length === 0 && (
          <li className="border-b border-line py-3">
            <b className="font-semibold">Kop bawaan</b>
            <span className="block text-sm text-muted">
              Disusun dari nama dan alamat {actor.organisation.name}, tanpa logo. Tambah kop untuk menggantinya.
            </span>
          </li>
        )}
        {letterheads.map(({ id, name, lines, isDefault, areaCode }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
          >
            <span>
              <Link href={`/pengaturan/kop/${id}`} prefetch={false} className="link font-semibold">
                {name}
              </Link>{" "}
              {isDefault && <Badge>Diusulkan</Badge>} {areaCode && <Badge>{say("Kecamatan")}</Badge>}
              <span className="block text-sm text-muted">{lines.join(" · ")}</span>
            </span>
            <ActionForm action={archiveLetterheadAction.bind(null, id, true)} submit="Arsipkan" tone="plain" />
          </li>
        ))}
        {archived.map(({ id, name }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
          >
            <span className="text-muted">{name} (diarsipkan)</span>
            <ActionForm action={archiveLetterheadAction.bind(null, id, false)} submit="Pakai lagi" tone="plain" />
          </li>
        ))}
      </ul>
      <h2 className="mb-3">Kertas dan nomor</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ActionForm action={savePaperOfficeAction} submit="Simpan kertas dan nomor">
          <RadioGroup
            name="size"
            legend="Ukuran kertas"
            initial={size}
            options={[
              { value: "A4", label: "A4", hint: "210 × 297 mm" },
              { value: "F4", label: "F4", hint: "210 × 330 mm" },
            ]}
          />
          <TextField
            name="numberPattern"
            label="Pola nomor surat"
            optional
            maxLength={80}
            initial={numberPattern}
            hint={
              next
                ? `Nomor berikutnya: ${next}`
                : "Misalnya 445.4/{nomor:2}/Admen/{tahun}. Bila kosong, nomor selalu diketik sendiri."
            }
          />
          <TextField
            name="last"
            label={`Nomor urut terakhir tahun ${year}`}
            optional
            inputMode="numeric"
            maxLength={6}
            initial={last}
            hint="Isi dari buku agenda bila Anda mulai di tengah tahun; surat berikutnya memakai nomor sesudahnya."
          />
        </ActionForm>
        <aside>
          <h3 className="mb-2">Isian pola nomor</h3>
          <dl className="card grid gap-2 text-sm">
            {Object.entries(patternPlaceholders).map(([name, words]) => (
              <div key={name}>
                <dt className="font-mono font-semibold">{`{${name}}`}</dt>
                <dd className="text-muted">{words}</dd>
              </div>
            ))}
          </dl>
        </aside>
      </div>
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { VoidLetter } from "@/components/letters/void-letter";
import { PageHeader } from "@/components/page-header";
import { nextNumbers } from "@/lib/letters/form";
import { dayOfLetter, findEntry } from "@/lib/letters/register";
import { canWriteLetters, urgencies, urgencyNames } from "@/lib/letters/rules";
import { dayOf } from "@/lib/time";
import { say } from "@/lib/web/local-words";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { saveEntryAction, voidEntryAction } from "./actions";

export const metadata: Metadata = { title: "Catat surat" };

/** Enters a letter that was made elsewhere, of this year or an earlier one, or mends one. */
export default async function EntryPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  if (!canWriteLetters(actor)) notFound();
  const wanted = queryText((await searchParams).surat);
  const entry = wanted ? await findEntry(actor, wanted) : null;
  if (wanted && (!entry || entry.voidedAt)) notFound();
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const { letterheads, ownNext } = await nextNumbers(actor, today);
  return (
    <>
      <PageHeader
        title={entry ? `Surat ${entry.number}` : "Catat surat keluar"}
        crumbs={[{ href: "/surat", label: "Agenda surat keluar" }]}
      >
        <p className="mt-2 max-w-prose text-muted">
          Untuk surat yang dibuat di luar Lokmin, juga dari tahun lalu: nomornya ikut dijaga supaya tidak terpakai dua
          kali.
        </p>
      </PageHeader>
      <div className="max-w-2xl">
        <ActionForm
          action={saveEntryAction}
          submit={entry ? "Simpan perubahan" : "Catat surat"}
          aside={
            <Link href="/surat" prefetch={false} className="link inline-flex min-h-11 items-center">
              Kembali tanpa menyimpan
            </Link>
          }
        >
          <HiddenField name="id" initial={entry?.id ?? randomUUID()} />
          <HiddenField name="version" initial={entry?.version ?? 0} />
          <TextField name="day" type="date" label="Tanggal surat" initial={(entry && dayOfLetter(entry)) ?? today} />
          <TextField
            name="number"
            label="Nomor surat"
            optional={!entry && ownNext !== null}
            maxLength={80}
            initial={entry?.number}
            hint={ownNext && !entry ? `Kosongkan untuk memakai nomor berikutnya tahun ini: ${ownNext}` : undefined}
          />
          <TextField name="subject" label="Hal" maxLength={300} initial={entry?.subject} />
          <TextField name="addressees" label="Tujuan" maxLength={500} initial={entry?.addressees} />
          <SelectField
            name="urgency"
            label="Sifat"
            initial={entry?.urgency ?? "ORDINARY"}
            options={urgencies.map((urgency) => ({ value: urgency, label: urgencyNames[urgency] }))}
          />
          {letterheads.length > 0 && (
            <SelectField
              name="letterheadId"
              label="Kop surat"
              empty="Kop sendiri"
              initial={entry?.letterheadId}
              hint={say("Surat berkop kecamatan memakai nomor kecamatan.")}
              options={letterheads.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextField name="note" label="Keterangan" optional maxLength={300} initial={entry?.note} />
        </ActionForm>
        {entry?.number && (
          <VoidLetter number={entry.number} version={entry.version} action={voidEntryAction.bind(null, entry.id)} />
        )}
      </div>
    </>
  );
}

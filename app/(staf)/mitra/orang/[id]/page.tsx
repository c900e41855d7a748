import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { PageHeader } from "@/components/page-header";
import { SavedNotice } from "@/components/saved-notice";
import { formatPhone } from "@/lib/directory/rules";
import { findPerson, listPersons } from "@/lib/persons/reads";
import { personLine } from "@/lib/persons/rules";
import { type Query, queryText } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { editPersonAction } from "../actions";
import { Connections } from "./connections";
import { MergeHistory, MergeInto } from "./merging";
import { PrivateData } from "./private-data";

export const metadata: Metadata = { title: "Orang" };

type Props = { params: Promise<{ id: string }>; searchParams: Query };

function whatWasDone(query: Awaited<Query>): { key: string; words: string } | null {
  const undone = queryText(query.dipisah);
  if (undone) return { key: undone, words: "Penggabungan dibatalkan: keduanya kembali menjadi dua catatan." };
  if (queryText(query.digabung))
    return { key: "digabung", words: "Kedua catatan digabung. Anda dapat membatalkannya di bawah." };
  if (queryText(query.dihapus))
    return { key: "dihapus", words: "Data pribadinya dihapus. Yang wajib disimpan sebagai bukti kegiatan tetap." };
  return queryText(query.tersimpan) ? { key: "tersimpan", words: "Tersimpan." } : null;
}

export default async function PersonPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const person = await findPerson(actor, (await params).id);
  if (!person) notFound();
  const query = await searchParams;
  const words = queryText(query.cari);
  const done = whatWasDone(query);
  const found = words ? (await listPersons(actor, { q: words })).persons.filter(({ id }) => id !== person.id) : null;
  return (
    <>
      <PageHeader
        title={person.name ?? person.title ?? person.institution ?? ""}
        crumbs={[
          { href: "/mitra", label: "Mitra" },
          { href: "/mitra/orang", label: "Orang" },
        ]}
      >
        <p className="text-muted">{personLine({ ...person, name: null })}</p>
      </PageHeader>
      {done && <SavedNotice key={done.key}>{done.words}</SavedNotice>}
      {person.mergedIntoId && (
        <p className="mb-5 rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
          Catatan ini sudah digabung.{" "}
          <Link href={`/mitra/orang/${person.mergedIntoId}`} prefetch={false} className="link">
            Buka catatan yang dipakai
          </Link>
        </p>
      )}
      <div className="flex flex-col gap-8">
        <Connections person={person} actor={actor} />
        <MergeHistory person={person} timeZone={actor.organisation.timeZone} />
        {!person.mergedIntoId && <MergeInto person={person} words={words} found={found} />}
        <details>
          <summary className="link inline-flex min-h-11 items-center">Ubah catatan ini</summary>
          <ActionForm
            key={person.version}
            action={editPersonAction.bind(null, person.id)}
            submit="Simpan"
            className="mt-2 flex max-w-2xl flex-col gap-4"
          >
            <HiddenField name="version" initial={person.version} />
            <TextField name="name" label="Nama" optional initial={person.name} autoComplete="off" />
            <TextField
              name="note"
              label="Pembeda"
              optional
              hint="Untuk orang dengan nama yang sama, misalnya Posyandu Melati"
              initial={person.note}
            />
            <TextField name="title" label="Jabatan" optional initial={person.title} />
            <TextField name="institution" label="Instansi" optional initial={person.institution} />
            <TextField
              name="phone"
              label="Nomor HP"
              optional
              inputMode="tel"
              initial={person.phone ? formatPhone(person.phone) : null}
              autoComplete="off"
              className="sm:max-w-xs"
            />
            <TextField
              name="email"
              label="Alamat email"
              optional
              type="email"
              initial={person.email}
              autoComplete="off"
            />
            <TextField
              name="nip"
              label="NIP"
              optional
              inputMode="numeric"
              initial={person.nip}
              className="sm:max-w-xs"
            />
            <p className="text-sm text-muted">
              Nama pada jabatan, akun, dan yang sudah diterbitkan tidak ikut berubah.
            </p>
          </ActionForm>
        </details>
        <PrivateData person={person} />
      </div>
    </>
  );
}

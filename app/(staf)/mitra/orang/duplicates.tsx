import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { distinguishingWords } from "@/lib/persons/matches";
import type { Duplicate, ListedPerson } from "@/lib/persons/reads";
import { personLine } from "@/lib/persons/rules";
import { keepApartAction, mergeAction } from "./actions";

/** Records that may be one person, two by two: somebody of the office decides. */
export function Duplicates({ pairs }: { pairs: readonly Duplicate[] }) {
  if (pairs.length === 0) return null;
  return (
    <section id="usulan" aria-labelledby="judul-usulan" className="mb-8 scroll-mt-20">
      <h2 id="judul-usulan">Mungkin orang yang sama</h2>
      <p className="mb-3 max-w-3xl text-muted">
        Nama, nomor HP, email, atau NIP-nya mirip. Penggabungan dapat dibatalkan, dan nama pada yang sudah diterbitkan
        tetap seperti tertulis.
      </p>
      <ul className="border-t border-line">
        {pairs.map(({ one, other }) => (
          <li
            key={one.id + other.id}
            className="grid gap-3 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] md:items-center"
          >
            <PersonSummary person={one} />
            <PersonSummary person={other} />
            <div className="flex flex-wrap gap-2">
              <ActionForm action={mergeAction} className="contents">
                <input type="hidden" name="id" value={randomUUID()} />
                <input type="hidden" name="keptId" value={one.id} />
                <input type="hidden" name="absorbedId" value={other.id} />
                <SubmitButton tone="plain" label={`Orang yang sama: ${personLine(one)} dan ${personLine(other)}`}>
                  Orang yang sama
                </SubmitButton>
              </ActionForm>
              <ActionForm action={keepApartAction} className="contents">
                <input type="hidden" name="oneId" value={one.id} />
                <input type="hidden" name="otherId" value={other.id} />
                <SubmitButton tone="plain" label={`Dua orang: ${personLine(one)} dan ${personLine(other)}`}>
                  Dua orang
                </SubmitButton>
              </ActionForm>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PersonSummary({ person }: { person: ListedPerson }) {
  return (
    <div className="min-w-0">
      <Link
        href={`/mitra/orang/${person.id}`}
        prefetch={false}
        className="link inline-flex min-h-11 items-center font-semibold"
      >
        {person.name ?? person.title ?? person.institution}
      </Link>
      <p className="text-sm">
        {personLine({ ...person, name: null, title: person.name ? person.title : null })}
        {person.merged > 0 && ` · ${person.merged + 1} catatan digabung`}
      </p>
      <p className="text-sm text-muted">{distinguishingWords(person)}</p>
    </div>
  );
}

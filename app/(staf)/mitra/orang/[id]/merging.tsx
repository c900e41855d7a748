import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { FoundPerson, ListedPerson } from "@/lib/persons/reads";
import { personLine } from "@/lib/persons/rules";
import { formatMoment } from "@/lib/time";
import { mergeAction, undoMergeAction } from "../actions";
import { PersonSummary } from "../duplicates";

/** What was merged into the record, by whom and when; each merge in force can be undone. */
export function MergeHistory({ person, timeZone }: { person: FoundPerson; timeZone: string }) {
  if (person.kept.length === 0) return null;
  return (
    <section aria-labelledby="gabungan">
      <h2 id="gabungan">Catatan yang digabung</h2>
      <ul className="border-t border-line">
        {person.kept.map(({ id, absorbed, merger, mergedAt, undoer, undoneAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
            <div>
              <p className="font-semibold">{personLine(absorbed)}</p>
              <p className="text-sm text-muted">
                digabung oleh {merger}, {formatMoment(mergedAt, timeZone)}
                {undoneAt && `; dibatalkan oleh ${undoer}, ${formatMoment(undoneAt, timeZone)}`}
              </p>
            </div>
            {!undoneAt && (
              <ActionForm action={undoMergeAction.bind(null, person.id)} className="no-print">
                <input type="hidden" name="mergeId" value={id} />
                <SubmitButton tone="plain" label={`Batalkan penggabungan ${personLine(absorbed)}`}>
                  Batalkan penggabungan
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = { person: FoundPerson; words: string; found: readonly ListedPerson[] | null };

/** Any other record of the office, looked up by its words. */
export function MergeInto({ person, words, found }: Props) {
  return (
    <section id="gabungkan" aria-labelledby="judul-gabungkan" className="no-print scroll-mt-20">
      <h2 id="judul-gabungkan">Gabungkan dengan catatan lain</h2>
      <form action="#gabungkan" className="mt-2 flex max-w-2xl items-end gap-3">
        <label className="block min-w-0 flex-1">
          <span className="mb-1 block">Cari catatan lain tentang orang ini</span>
          <input type="search" name="cari" defaultValue={words || (person.name ?? "")} className="input" />
        </label>
        <button type="submit" className="button">
          Cari
        </button>
      </form>
      {found && found.length === 0 && <p className="mt-2 text-muted">Tidak ada catatan lain yang cocok.</p>}
      <ul>
        {(found ?? []).map((other) => (
          <li key={other.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
            <PersonSummary person={other} />
            <ActionForm action={mergeAction} className="contents">
              <input type="hidden" name="id" value={randomUUID()} />
              <input type="hidden" name="keptId" value={person.id} />
              <input type="hidden" name="absorbedId" value={other.id} />
              <SubmitButton tone="plain" label={`Gabungkan ke sini: ${personLine(other)}`}>
                Gabungkan ke sini
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}

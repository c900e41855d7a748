import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { SavedNotice } from "@/components/saved-notice";
import { formNames } from "@/lib/programmes/fields";
import { canChangeProgramme } from "@/lib/programmes/rules";
import { requireProgramme } from "@/lib/web/programme";
import { type Query, queryText } from "@/lib/web/query";
import { saveChecklistAction } from "./actions";
import { ChecklistForm, type QuestionValues } from "./checklist-form";

export const metadata: Metadata = { title: "Daftar periksa" };

const empty: QuestionValues = { section: null, text: null, form: "YES_NO", maxScore: null };
const atFirst = 8;
const more = 4;

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function ChecklistPage({ params, searchParams }: Props) {
  const { actor, programme } = await requireProgramme((await params).id);
  const { id, version, checklist } = programme;
  const canChange = canChangeProgramme(actor, programme) && !programme.closedAt;
  const isSaved = queryText((await searchParams).tersimpan) === "1";
  const emptyRows = checklist.length === 0 ? atFirst : more;
  return (
    <section aria-labelledby="butir">
      {isSaved && <SavedNotice>Daftar periksa tersimpan, {checklist.length} butir.</SavedNotice>}
      <h2 id="butir" className="mb-1">
        Butir daftar periksa
      </h2>
      <p className="mb-4 max-w-prose text-muted">
        Setiap kunjungan mendapat salinannya. Perubahan di sini hanya sampai ke kunjungan yang belum dimulai; yang sudah
        berjalan atau selesai tetap dengan butirnya sendiri.
      </p>
      {canChange ? (
        <ChecklistForm
          key={version}
          action={saveChecklistAction.bind(null, id)}
          version={version}
          sections={[...new Set(checklist.flatMap(({ section }) => section ?? []))]}
          rows={[...checklist, ...Array.from({ length: emptyRows }, () => empty)]}
        />
      ) : checklist.length === 0 ? (
        <EmptyState title="Belum ada butir">
          Butir ditulis oleh pengelola program; setiap kunjungan sesudahnya memakai daftar ini.
        </EmptyState>
      ) : (
        <ol className="list-decimal pl-6">
          {checklist.map(({ position, section, text, form, maxScore }) => (
            <li key={position} className="py-1">
              {section && <span className="text-muted">{section}: </span>}
              {text}{" "}
              <span className="text-sm text-muted">
                ({form === "SCORE" ? `nilai 0–${maxScore}` : formNames.YES_NO.toLowerCase()})
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

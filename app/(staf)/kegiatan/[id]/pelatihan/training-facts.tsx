import type { ReactNode } from "react";
import { AppLink } from "@/components/app-link";
import { FieldWords } from "@/components/field-word";
import type { FoundTraining } from "@/lib/trainings/reads";
import { jplWords } from "@/lib/trainings/totals";

/** What it is for, the rule for completing it, its JPL by form, and its credits. @param edit where it is changed */
export function TrainingFacts({ training, edit }: { training: FoundTraining; edit: string | null }) {
  const { objectives, competences, totals, skpNumber, skpValue, skpIssuer } = training;
  return (
    <div className="card flex flex-col gap-3">
      <dl className="grid gap-3">
        <Fact term="Tujuan">
          {objectives.length > 0 ? (
            <ul className="list-disc pl-5">
              {objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          ) : (
            "belum diisi"
          )}
        </Fact>
        <Fact term="Dinyatakan selesai bila">{ruleWords(training)}</Fact>
        {totals.forms.length > 0 && (
          <Fact term="Jam pelajaran">
            {totals.forms.map(({ form, name, sessions, lessons }) => (
              <span key={form} className="block">
                {name}: {sessions} sesi, {jplWords(lessons)}
              </span>
            ))}
          </Fact>
        )}
        {competences.length > 0 && <Fact term="Kompetensi">{competences.map(({ name }) => name).join(", ")}</Fact>}
        <Fact term="SKP">
          {skpNumber
            ? `${skpValue?.toLocaleString("id-ID")} SKP, nomor ${skpNumber}${skpIssuer ? `, ${skpIssuer}` : ""}`
            : "tidak ada"}
        </Fact>
      </dl>
      <FieldWords words={["JPL", "SKP"]} />
      {edit && (
        <p className="no-print">
          <AppLink href={edit} className="button">
            Ubah isi pelatihan
          </AppLink>
        </p>
      )}
    </div>
  );
}

function ruleWords({ requiredAttendance, requiredScore }: FoundTraining): string {
  const parts = [
    requiredAttendance > 0 && `mengikuti paling sedikit ${requiredAttendance} % JPL`,
    requiredScore !== null && `nilai post-test paling sedikit ${requiredScore.toLocaleString("id-ID")}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" dan ") : "tanpa syarat";
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { SubmitButton } from "@/components/form/submit-button";
import type { ListedProblem } from "@/lib/problems/reads";
import { say } from "@/lib/web/local-words";
import { decideTieAction } from "./actions";

/** Equals, to be put in order by the forum: never by us, and only among themselves. */
export function TieBox({ meetingId, tie }: { meetingId: string; tie: readonly ListedProblem[] }) {
  const [first] = tie;
  if (!first) return null;
  const numbers = tie.map((problem) => problem.number);
  return (
    <li className="no-print rounded-md border border-dashed border-edge px-4 py-3">
      <details open={!first.isDecided}>
        <summary className="inline-flex min-h-11 items-center font-semibold">
          {first.isDecided ? "Ubah urutan masalah bernilai sama" : "Putuskan urutan masalah bernilai sama"}: masalah{" "}
          {inWords(numbers)}
        </summary>
        <ActionForm action={decideTieAction.bind(null, meetingId)} className="mt-2 flex flex-col gap-4">
          <p className="text-muted">
            Jumlah nilainya sama. Urutannya diputuskan dengan mufakat, bukan oleh aplikasi; keputusan ini gugur bila
            nilainya berubah.
          </p>
          {tie.map((problem) => (
            <input key={problem.id} type="hidden" name="order[]" value={problem.id} />
          ))}
          {/* Before the arrows: the enter key in the field presses the first button of a form. */}
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              name="note"
              label="Diputuskan oleh"
              hint={say("Misalnya: mufakat peserta, dipimpin Camat")}
              initial={first.decision}
              className="min-w-0 flex-1 basis-64"
            />
            <SubmitButton tone="plain">Tetapkan urutan ini</SubmitButton>
          </div>
          <ol className="border-t border-line">
            {tie.map((problem, place) => (
              <li key={problem.id} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
                <span className="min-w-0 flex-1 basis-56">
                  <b>{place + 1}.</b> Masalah {problem.number}: {problem.statement}
                </span>
                <span className="flex gap-2">
                  {place > 0 && (
                    <SubmitButton
                      tone="plain"
                      name="move"
                      value={`naik:${problem.id}`}
                      label={`Naikkan masalah ${problem.number}`}
                    >
                      ↑ Naikkan
                    </SubmitButton>
                  )}
                  {place < tie.length - 1 && (
                    <SubmitButton
                      tone="plain"
                      name="move"
                      value={`turun:${problem.id}`}
                      label={`Turunkan masalah ${problem.number}`}
                    >
                      ↓ Turunkan
                    </SubmitButton>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </ActionForm>
      </details>
    </li>
  );
}

const inWords = (numbers: readonly number[]) =>
  new Intl.ListFormat("id-ID", { type: "conjunction" }).format(numbers.map(String));

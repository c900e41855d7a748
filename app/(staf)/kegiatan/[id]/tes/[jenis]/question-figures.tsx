import { Badge } from "@/components/badge";
import { keyWords, letterOf } from "@/lib/question-bank/rules";
import { difficultyWords, leastForDiscrimination } from "@/lib/training-tests/analysis";
import { scoreWords } from "@/lib/training-tests/names";
import type { FoundTest } from "@/lib/training-tests/results";

const weak = 0.2;

export function QuestionFigures({ test: { questions, figures } }: { test: FoundTest }) {
  return (
    <section aria-labelledby="butir">
      <h3 id="butir" className="mb-1 text-lg">
        Hasil per soal
      </h3>
      <p className="mb-3 max-w-prose text-sm text-muted">
        Kesukaran: bagian peserta yang menjawab benar. Daya beda: hubungan jawaban benar dengan nilai soal lainnya, −1
        sampai 1 (korelasi point-biserial); dihitung dari sedikitnya {leastForDiscrimination} peserta.
      </p>
      <ol className="border-t border-line">
        {questions.map((question, index) => {
          const {
            right = 0,
            people = 0,
            difficulty = null,
            discrimination = null,
            chosen = [],
          } = figures.get(question.id) ?? {};
          const hasOptions = question.kind !== "SHORT_TEXT" && question.kind !== "ORDER";
          return (
            <li key={question.id} className="border-b border-line py-3">
              <p>
                <b>{index + 1}.</b> {question.text}
              </p>
              <p className="text-sm">
                <span className="text-muted">Kunci:</span> {keyWords(question)}
              </p>
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
                <span>
                  Benar <b>{right}</b> dari {people}
                </span>
                {difficulty !== null && (
                  <span>
                    kesukaran <b>{scoreWords(difficulty)}</b> ({difficultyWords(difficulty)})
                  </span>
                )}
                {discrimination !== null && (
                  <span>
                    daya beda <b>{scoreWords(discrimination)}</b>
                  </span>
                )}
                {discrimination !== null && discrimination < 0 && (
                  <Badge tone="late" icon="alert">
                    Negatif: periksa kuncinya
                  </Badge>
                )}
                {discrimination !== null && discrimination >= 0 && discrimination < weak && (
                  <Badge tone="soon">Daya beda lemah</Badge>
                )}
              </p>
              {hasOptions && people > 0 && (
                <p className="text-sm text-muted">
                  Dipilih: {question.options.map((_, place) => `${letterOf(place)} ${chosen[place] ?? 0}`).join(", ")}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import type { OpinionResults } from "@/lib/training-evaluations/opinions";
import { fewestShown, type QuestionResult, scale, scaleWords } from "@/lib/training-evaluations/questions";

const oneDecimal = new Intl.NumberFormat("id", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function OpinionSection({ opinions }: { opinions: OpinionResults }) {
  const { participants, answered, results, mostUseful, suggestions } = opinions;
  return (
    <section aria-labelledby="judul-peserta">
      <h2 id="judul-peserta">Evaluasi pelatihan oleh peserta</h2>
      <p className="mb-3 text-muted">
        {answered} dari {participants} peserta sudah mengisi lewat tautan pribadinya
        {results ? `; skala ${scaleWords}.` : `. Hasil tampak sesudah paling sedikit ${fewestShown} orang mengisi.`}
      </p>
      {results && (
        <table className="w-full max-w-3xl border-collapse">
          <caption className="sr-only">Rata-rata dan banyaknya jawaban tiap pertanyaan</caption>
          <thead>
            <tr className="border-b border-edge text-left text-sm">
              <th scope="col" className="py-2 pr-4">
                Pertanyaan
              </th>
              <th scope="col" className="py-2 pr-4 text-right">
                Rata-rata
              </th>
              <th scope="col" className="hidden py-2 sm:table-cell">
                Jawaban 1 sampai 5
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <Result key={result.key} result={result} />
            ))}
          </tbody>
        </table>
      )}
      <Words title="Yang paling bermanfaat" words={mostUseful} />
      <Words title="Saran" words={suggestions} />
    </section>
  );
}

function Result({ result: { text, mean, counts } }: { result: QuestionResult }) {
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-4 text-left font-normal">
        {text}
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="mt-1 h-2 w-full">
          <rect width="100" height="4" className="fill-line" />
          <rect width={(mean - 1) * 25} height="4" className="fill-accent" />
        </svg>
      </th>
      <td className="py-2 pr-4 text-right tabular-nums">{oneDecimal.format(mean)}</td>
      <td className="hidden py-2 text-sm text-muted tabular-nums sm:table-cell">
        {scale.map((step) => `${step}: ${counts[step - 1]}`).join(" · ")}
      </td>
    </tr>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-1">{title}</h3>
      <ul className="list-disc pl-5">
        {words.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and nothing identifies whose it is
          <li key={index} className="whitespace-pre-line">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

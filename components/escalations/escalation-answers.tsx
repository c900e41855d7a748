import { formatSize } from "@/lib/documents/rules";
import type { ShownAnswer } from "@/lib/escalations/chain";
import { escalationOutcomeNames } from "@/lib/escalations/rules";
import { formatDayLong, formatMoment } from "@/lib/time";

/** What the Dinkes answered, oldest first: the letter, what it does, who and until when. */
export function EscalationAnswers({ answers, timeZone }: { answers: readonly ShownAnswer[]; timeZone: string }) {
  return (
    <ol className="flex flex-col gap-3">
      {answers.map((answer) => (
        <li key={answer.id} className="break-inside-avoid rounded-md bg-accent-soft px-4 py-3">
          <p className="font-semibold">{escalationOutcomeNames[answer.outcome]}</p>
          {answer.letterNumber && answer.letterDate && (
            <p>
              Surat nomor <b>{answer.letterNumber}</b>, tanggal {formatDayLong(answer.letterDate)}
            </p>
          )}
          {answer.text && <p className="mt-1 whitespace-pre-line">{answer.text}</p>}
          {answer.contact && <p>Narahubung: {answer.contact}</p>}
          {answer.dueOn && <p>Selesai paling lambat {formatDayLong(answer.dueOn)}</p>}
          {answer.letters.map((letter) => (
            <p key={letter.id}>
              <a href={`/berkas/${letter.id}`} className="link inline-block py-1 break-all">
                {letter.name}
              </a>{" "}
              <span className="text-sm text-muted">({formatSize(letter.size)})</span>
            </p>
          ))}
          <p className="text-sm text-muted">
            {answer.answerer}, {formatMoment(answer.answeredAt, timeZone)}
          </p>
        </li>
      ))}
    </ol>
  );
}

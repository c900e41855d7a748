import { AppLink } from "@/components/app-link";
import { EscalationBadge } from "@/components/escalations/escalation-badge";
import type { MeetingEscalation } from "@/lib/escalations/meeting";
import { formatDayLong } from "@/lib/time";

/** What this meeting should hear of: rows of earlier ones that are with the Dinkes, and how it answered. */
export function MeetingEscalations({ escalations }: { escalations: readonly MeetingEscalation[] }) {
  if (escalations.length === 0) return null;
  return (
    <section aria-labelledby="eskalasi-lalu">
      <h2 id="eskalasi-lalu" className="mb-1">
        Eskalasi yang dibahas
      </h2>
      <p className="mb-2 text-sm text-muted">
        RTL dari kegiatan sejenis sebelum ini yang diserahkan kepada Dinas Kesehatan.
      </p>
      <ul className="border-t border-line">
        {escalations.map(({ id, item, state, whereNow, lastAnswer, answerBy, dinkes, closedAt }) => (
          <li key={id} className="flex flex-col gap-1 border-b border-line py-3">
            <AppLink href={`/eskalasi/${id}`} className="link font-semibold">
              RTL {item.number}. {item.activity}
            </AppLink>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <EscalationBadge state={state} />
              {whereNow.length > 0 && <span>Sekarang di {whereNow.join(", ")}</span>}
            </p>
            {lastAnswer && (
              <p>
                {lastAnswer.letterNumber && lastAnswer.letterDate && (
                  <>
                    Surat {lastAnswer.letterNumber}, {formatDayLong(lastAnswer.letterDate)}.{" "}
                  </>
                )}
                <span className="whitespace-pre-line">{lastAnswer.text}</span>
              </p>
            )}
            {lastAnswer?.dueOn && <p>Selesai paling lambat {formatDayLong(lastAnswer.dueOn)}</p>}
            <p className="text-sm text-muted">
              {item.meeting.title}
              {!closedAt && ` · jawaban ${dinkes.name} diharapkan paling lambat ${formatDayLong(answerBy)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

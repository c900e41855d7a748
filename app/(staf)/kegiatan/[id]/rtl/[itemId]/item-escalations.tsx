import { randomUUID } from "node:crypto";
import Link from "next/link";
import { EscalationAnswers } from "@/components/escalations/escalation-answers";
import { EscalationBadge } from "@/components/escalations/escalation-badge";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { ItemEscalation } from "@/lib/escalations/reads";
import type { FoundItem } from "@/lib/plan/reads";
import { isOpen } from "@/lib/progress/rules";
import { formatDayLong, formatMoment } from "@/lib/time";
import { raiseAction, withdrawAction } from "../actions";

type Props = { item: FoundItem; escalations: readonly ItemEscalation[]; canRaise: boolean };

/** What was handed to the Dinkes, how it answered, and the form to hand it over. */
export function ItemEscalations({ item, escalations, canRaise }: Props) {
  const mayRaise = canRaise && isOpen(item.status) && !item.isEscalated;
  if (escalations.length === 0 && !mayRaise) return null;
  return (
    <section id="eskalasi" aria-labelledby="judul-eskalasi" className="scroll-mt-4">
      <h3 id="judul-eskalasi" className="mb-2 text-lg">
        Eskalasi ke Dinas Kesehatan
      </h3>
      {escalations.length > 0 && (
        <ol className="mb-4 flex flex-col gap-4">
          {escalations.map((escalation) => (
            <li key={escalation.id} className="card flex flex-col gap-2">
              <p>
                <EscalationBadge state={escalation.state} />
              </p>
              <p className="whitespace-pre-line">{escalation.reason}</p>
              <p className="text-sm text-muted">
                Kepada {escalation.dinkes.name}. {escalation.raiser}, {formatMoment(escalation.raisedAt, item.timeZone)}
              </p>
              <Whereabouts escalation={escalation} />
              <EscalationAnswers answers={escalation.answers} timeZone={item.timeZone} />
              <p className="no-print">
                <Link href={`/eskalasi/${escalation.id}`} prefetch={false} className="link inline-block py-2">
                  Buka eskalasi ini
                </Link>
              </p>
              {canRaise && escalation.state === "WAITING" && (
                <details className="no-print">
                  <summary className="link inline-flex min-h-11 items-center">Tarik eskalasi</summary>
                  <ActionForm
                    action={withdrawAction.bind(null, item.meetingId, item.id, escalation.id)}
                    submit="Ya, tarik eskalasi ini"
                    tone="danger"
                    className="mt-1 flex flex-col gap-3"
                  />
                </details>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayRaise && (
        <details className="no-print">
          <summary className="link inline-flex min-h-11 items-center">Eskalasikan ke Dinkes</summary>
          <ActionForm
            key={escalations.length}
            action={raiseAction.bind(null, item.meetingId, item.id)}
            submit="Kirim eskalasi"
            className="mt-2 flex flex-col gap-3"
          >
            <HiddenField name="id" initial={randomUUID()} />
            <TextArea
              name="reason"
              label="Alasan eskalasi"
              hint="Mengapa puskesmas tidak dapat menyelesaikannya, dan apa yang diminta dari Dinas Kesehatan"
            />
          </ActionForm>
        </details>
      )}
    </section>
  );
}

/** Where it is now, and until when the Dinkes is expected to answer. */
function Whereabouts({ escalation: { closedAt, forwards, dinkes, answerBy } }: { escalation: ItemEscalation }) {
  if (closedAt) return null;
  const open = forwards.filter(({ state }) => state === "OPEN").map(({ institution }) => institution);
  return (
    <p>
      {open.length > 0 && `Sekarang di ${open.join(", ")}. `}
      Jawaban {dinkes.name} diharapkan paling lambat {formatDayLong(answerBy)}.
    </p>
  );
}

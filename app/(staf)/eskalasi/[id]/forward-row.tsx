import { randomUUID } from "node:crypto";
import { Badge, type Tone } from "@/components/badge";
import { EscalationAnswers } from "@/components/escalations/escalation-answers";
import { ActionForm } from "@/components/form/action-form";
import { TextArea } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { ShownForward } from "@/lib/escalations/chain";
import { type ForwardState, forwardStateNames } from "@/lib/escalations/rules";
import { daysBetween, formatDayLong, formatMoment } from "@/lib/time";
import { institutionAnswerAction, recallAction } from "./actions";
import { LetterFields } from "./letter-fields";

const tones: Record<ForwardState, Tone> = { OPEN: "soon", ANSWERED: "done", DECLINED: "plain", RECALLED: "plain" };

type Props = {
  escalationId: string;
  forward: ShownForward;
  timeZone: string;
  today: string;
  /** The actor's office handed it on, and its own part is still open. */
  isOwn: boolean;
};

/** One station of the way: to whom, what was asked, until when, and what came back. */
export function ForwardRow({ escalationId, forward, timeZone, today, isOwn }: Props) {
  const isOpen = forward.state === "OPEN";
  const late = isOpen ? daysBetween(forward.answerBy, today) : 0;
  const canAct = isOwn && isOpen;
  return (
    <li className="card flex flex-col gap-2 break-inside-avoid">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        {forward.institution}
        <Badge tone={tones[forward.state]}>{forwardStateNames[forward.state]}</Badge>
      </h3>
      <p className="text-sm text-muted">
        Diteruskan {forward.from.name} ({forward.forwarder}), {formatMoment(forward.forwardedAt, timeZone)}
      </p>
      <p className={late > 0 ? "text-late" : ""}>
        Jawaban paling lambat {formatDayLong(forward.answerBy)}
        {late > 0 && `, terlambat ${late} hari`}
      </p>
      {forward.asked && <p className="whitespace-pre-line">Yang dimintakan: {forward.asked}</p>}
      {forward.contact && <p>Narahubung: {forward.contact}</p>}
      {forward.answers.length > 0 && <EscalationAnswers answers={forward.answers} timeZone={timeZone} />}
      {canAct && !forward.toId && <InstitutionAnswer escalationId={escalationId} forward={forward} />}
      {canAct && (
        <details className="no-print">
          <summary className="link inline-flex min-h-11 items-center">Tarik penerusan ini</summary>
          <ActionForm
            action={recallAction.bind(null, escalationId, forward.id)}
            submit="Ya, tarik penerusan ini"
            tone="danger"
            className="mt-1 flex flex-col gap-3"
          />
        </details>
      )}
    </li>
  );
}

function InstitutionAnswer({ escalationId, forward }: { escalationId: string; forward: ShownForward }) {
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">Catat jawaban {forward.institution}</summary>
      <ActionForm
        action={institutionAnswerAction.bind(null, escalationId, forward.id)}
        submit="Simpan jawaban instansi"
        tone="plain"
        className="mt-2 flex flex-col gap-4"
      >
        <HiddenField name="id" initial={randomUUID()} />
        <HiddenField name="fileId" initial={randomUUID()} />
        <TextArea name="text" label="Jawaban" hint="Apa yang dijawab instansi itu" rows={3} />
        <LetterFields contactLabel="Penanggung jawab di sana" isOptional />
      </ActionForm>
    </details>
  );
}

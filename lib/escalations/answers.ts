import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { prepareFile } from "@/lib/documents/prepare";
import { keepDocument, placeFile } from "@/lib/documents/store";
import type { Upload } from "@/lib/documents/upload";
import { type HeldEscalation, holdPart, recordOf } from "@/lib/escalations/hold";
import { endsEscalation, type Part } from "@/lib/escalations/rules";
import type { EscalationAnswerInput, InstitutionAnswerInput } from "@/lib/escalations/schema";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { dayOf, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

const isUp = "Eskalasi ini sudah selesai atau ditarik. Muat ulang halaman untuk melihatnya.";

/** The office's answer on its level: the asked Dinkes's to the puskesmas, or that of one above to who handed it on. */
export async function answerEscalation(
  actor: Actor,
  id: string,
  input: EscalationAnswerInput,
  upload: Upload | null = null,
): Promise<Outcome> {
  return withLetter(actor, id, input, upload, async (tx, keepLetter) => {
    const { escalation, part } = await holdPart(tx, actor, id, "answer");
    if (escalation.answers.some((answer) => answer.id === input.id)) return { ok: true };
    if (part.isClosed) return refuse(isUp);
    const waiting = escalation.forwards.find(
      ({ fromId, closedAt }) => fromId === part.organisationId && closedAt === null,
    );
    if (waiting && endsEscalation(input.outcome))
      return refuse(
        `Eskalasi ini masih di ${waiting.institution}. Catat jawabannya, atau tarik penerusannya, lalu jawab.`,
      );
    await keepAnswer(tx, actor, escalation, part.forwardId, input);
    await keepLetter(tx);
    if (endsEscalation(input.outcome)) await closePart(tx, id, part);
    await recordAnswer(tx, actor, escalation, part.forwardId, input);
    return { ok: true };
  });
}

export async function enterInstitutionAnswer(
  actor: Actor,
  id: string,
  forwardId: string,
  input: InstitutionAnswerInput,
  upload: Upload | null = null,
): Promise<Outcome> {
  const answer = { ...input, outcome: "ANSWERED" } as const;
  return withLetter(actor, id, answer, upload, async (tx, keepLetter) => {
    const { escalation, part } = await holdPart(tx, actor, id, "enter an answer to");
    if (escalation.answers.some((answer) => answer.id === input.id)) return { ok: true };
    const forward = escalation.forwards.find((one) => one.id === forwardId);
    if (!forward || forward.fromId !== part.organisationId || forward.toId)
      return refuse("Hanya jawaban instansi di luar Lokmin yang dicatat di sini. Muat ulang halaman ini.");
    if (forward.closedAt) return refuse("Jawabannya sudah dicatat, atau penerusannya ditarik. Muat ulang halaman ini.");
    await keepAnswer(tx, actor, escalation, forwardId, answer);
    await keepLetter(tx);
    await tx.escalationForward.update({ where: { id: forwardId }, data: { closedAt: new Date() } });
    await recordAnswer(tx, actor, escalation, forwardId, answer);
    return { ok: true };
  });
}

type Answer = EscalationAnswerInput | (InstitutionAnswerInput & { outcome: "ANSWERED" });

const isByLetter = ({ outcome }: Answer) => outcome === "ACTED_ON" || outcome === "ANSWERED";

type KeepLetter = (tx: Db) => Promise<void>;

async function withLetter(
  actor: Actor,
  id: string,
  input: Answer,
  upload: Upload | null,
  work: (tx: Db, keepLetter: KeepLetter) => Promise<Outcome>,
): Promise<Outcome> {
  const wrongDay = refusedDay(input, dayOf(new Date(), actor.organisation.timeZone));
  if (wrongDay) return wrongDay;
  const prepared = upload && (await maySee(actor, id)) ? await prepareFile("ESCALATION_LETTER", upload) : null;
  if (prepared && !prepared.ok) return prepared;
  const letter = prepared ? await placeFile(prepared.file) : null;
  if (letter && !letter.ok) return letter;
  const keepLetter: KeepLetter = async (tx) => {
    const document = { id: input.fileId, kind: "ESCALATION_LETTER", uploader: actor.name } as const;
    if (letter) await keepDocument(tx, { answerId: input.id }, document, letter.file);
  };
  return transact<Outcome>((tx) => work(tx, keepLetter), {
    // An id that another answer or file has: nobody's form makes one.
    onDuplicate: () => refuse("Muat ulang halaman ini, lalu coba lagi"),
  });
}

/** Nobody else's file is looked through before he is turned away. */
async function maySee(actor: Actor, id: string): Promise<boolean> {
  return isId(id) && (await db.escalation.count({ where: { AND: [{ id }, escalationsVisibleTo(actor)] } })) > 0;
}

async function closePart(tx: Db, id: string, { forwardId }: Part): Promise<void> {
  const closedAt = new Date();
  if (forwardId) await tx.escalationForward.update({ where: { id: forwardId }, data: { closedAt } });
  else await tx.escalation.update({ where: { id }, data: { closedAt } });
}

function refusedDay(input: Answer, today: string) {
  if (!isByLetter(input)) return null;
  const { letterDate, dueOn } = input;
  if (letterDate && letterDate > today) return refuse("Tanggal surat tidak boleh sesudah hari ini", "letterDate");
  if (letterDate && dueOn && dueOn < letterDate)
    return refuse("Tanggal selesai tidak boleh sebelum tanggal surat", "dueOn");
  return null;
}

function keepAnswer(
  tx: Db,
  actor: Actor,
  { id: escalationId }: HeldEscalation,
  forwardId: string | null,
  input: Answer,
) {
  const isFormal = isByLetter(input);
  const day = (value: string | null) => (isFormal && value ? dayToDate(value) : null);
  return tx.escalationAnswer.create({
    data: {
      id: input.id,
      escalationId,
      forwardId,
      outcome: input.outcome,
      text: input.text ?? "",
      letterNumber: isFormal ? input.letterNumber : null,
      letterDate: day(input.letterDate),
      contact: isFormal ? input.contact : null,
      dueOn: day(input.dueOn),
      answeredById: actor.userId,
      answerer: actor.name,
    },
  });
}

function recordAnswer(
  tx: Db,
  actor: Actor,
  escalation: HeldEscalation,
  forwardId: string | null,
  input: Answer,
): Promise<void> {
  const { meeting, row, subjectId } = recordOf(escalation);
  const { outcome, text } = input;
  const { letterNumber, letterDate, dueOn } = isByLetter(input) ? input : noLetter;
  const data = { ...row, outcome, text, letterNumber, letterDate, dueOn };
  const institution = escalation.forwards.find(({ id }) => id === forwardId)?.institution;
  if (!forwardId || !institution)
    return recordMeetingEvent(tx, by(actor), meeting, { action: "escalation.answered", subjectId, data });
  const handedOn = { ...data, forwardId, institution };
  return recordMeetingEvent(tx, by(actor), meeting, {
    action: "escalation.forward-answered",
    subjectId,
    data: handedOn,
  });
}

const noLetter = { letterNumber: null, letterDate: null, dueOn: null };

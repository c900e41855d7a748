import type { Actor } from "@/lib/actor";
import type { ShownAnswer, ShownForward } from "@/lib/escalations/chain";
import { findEscalation } from "@/lib/escalations/reads";
import { ownPuskesmasId } from "@/lib/meetings/rules";
import { findOffice, type OfficeFacts } from "@/lib/papers/parts/meeting";
import { postWords } from "@/lib/papers/parts/people";
import { shared } from "@/lib/papers/parts/shared-reads";
import { targetWords } from "@/lib/plan/rules";
import { progressNames } from "@/lib/progress/rules";
import { dayOf, formatDay, formatDayLong } from "@/lib/time";

export type EscalationFacts = {
  id: string;
  meetingId: string;
  puskesmas: OfficeFacts;
  dinkes: OfficeFacts;
  reason: string;
  raiser: string;
  raisedOn: string;
  timeZone: string;
  meetingTitle: string;
  meetingDay: string;
  item: { number: number; activity: string; owner: string; deadline: string };
  about: (readonly [string, string | null])[];
  answerBy: string;
  answers: PaperAnswer[];
  forwards: (Omit<ShownForward, "answers"> & { forwardedOn: string; answers: PaperAnswer[] })[];
};

type PaperAnswer = ShownAnswer & { answeredOn: string };

/** An escalation as its papers tell it; null where the actor may not see it. */
export const readEscalation = shared(async (actor: Actor, id: string): Promise<EscalationFacts | null> => {
  const found = await findEscalation(actor, id, new Date());
  if (!found) return null;
  const { item, meeting } = found;
  const { timeZone } = meeting;
  const [puskesmas, dinkes] = await Promise.all([findOffice(ownPuskesmasId(meeting)), findOffice(found.dinkesId)]);
  const { responsibleTitle: title, responsibleInstitution: institution, responsibleName: name } = item;
  const withDay = (answer: ShownAnswer) => ({ ...answer, answeredOn: dayOf(answer.answeredAt, timeZone) });
  const owner = [title ? postWords(title, institution) : institution, name].filter(Boolean).join(", ");
  const meetingDay = dayOf(meeting.startsAt, timeZone);
  return {
    id,
    meetingId: meeting.id,
    ...{ puskesmas, dinkes, timeZone, meetingDay },
    reason: found.reason,
    raiser: found.raiser,
    raisedOn: dayOf(found.raisedAt, timeZone),
    meetingTitle: item.meetingTitle,
    item: { number: item.number, activity: item.activity, owner, deadline: item.deadline },
    about: [
      ["Kegiatan", `${item.meetingTitle}, ${formatDay(meetingDay)}`],
      ["Masalah", item.problem],
      ["Rencana tindak lanjut", item.activity],
      ["Penanggung jawab", owner],
      ["Desa sasaran", item.villages.map(({ name: village }) => village).join(", ")],
      ["Target", [item.indicator, targetWords(item)].filter(Boolean).join(": ")],
      ["Batas waktu", formatDayLong(item.deadline)],
      ["Kemajuan", `${progressNames[item.status]}, ${item.percent} %`],
    ],
    answerBy: found.answerBy,
    answers: found.answers.map(withDay),
    forwards: found.forwards.map(({ answers, ...forward }) => ({
      ...forward,
      forwardedOn: dayOf(forward.forwardedAt, timeZone),
      answers: answers.map(withDay),
    })),
  };
});

export const escalationPlaceholders = [
  "kegiatan",
  "hari",
  "puskesmas",
  "dinkes",
  "kecamatan",
  "kabupaten",
  "rtl",
] as const;

export function escalationValues(facts: EscalationFacts): Record<(typeof escalationPlaceholders)[number], string> {
  return {
    kegiatan: facts.meetingTitle,
    hari: formatDay(facts.meetingDay),
    puskesmas: facts.puskesmas.name,
    dinkes: facts.dinkes.name,
    kecamatan: facts.puskesmas.place,
    kabupaten: facts.puskesmas.regency,
    rtl: facts.item.activity,
  };
}

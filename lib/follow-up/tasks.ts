import { type Actor, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";
import { countWaitingEscalations, listEscalationNews } from "@/lib/escalations/reads";
import { escalationOutcomeNames } from "@/lib/escalations/rules";
import { listStaffRequests } from "@/lib/privacy/staff-requests";
import { countUnchecked } from "@/lib/progress/checks";
import { dayOf } from "@/lib/time";

/** A verb with where to do it, why, and the day it is from; null where it has none. */
export type FollowUpTask = { href: string; title: string; reason: string; day: string | null; isLate?: true };

const newsAtMost = 4;

export async function listFollowUpTasks(actor: Actor, now: Date): Promise<FollowUpTask[]> {
  const asked = await ofOwnData(actor, now);
  if (isPuskesmas(actor)) return isPuskesmasWriter(actor) ? [...asked, ...(await ofPuskesmas(actor, now))] : asked;
  const { waiting, overdue } = await countWaitingEscalations(actor, now);
  const late = {
    href: "/eskalasi?status=terlambat",
    title: `Jawab eskalasi yang lewat tenggang (${overdue})`,
    reason: "jawaban resmi ditunggu puskesmas",
    day: null,
    isLate: true,
  };
  const unanswered = {
    href: "/eskalasi?status=menunggu",
    title: `Jawab eskalasi (${waiting})`,
    reason: "RTL yang tidak dapat diselesaikan puskesmas",
    day: null,
  };
  return [...asked, ...(overdue > 0 ? [late] : []), ...(waiting > 0 ? [unanswered] : [])];
}

const hoursToAnswer = 72;

/** What health workers asked about their own data: UU 27/2022 gives three days. */
async function ofOwnData(actor: Actor, now: Date): Promise<FollowUpTask[]> {
  const requests = await listStaffRequests(actor);
  const [oldest] = requests;
  if (!oldest) return [];
  const isLate = now.getTime() - oldest.askedAt.getTime() > hoursToAnswer * 3_600_000;
  return [
    {
      href: requests.length === 1 ? `/pegawai/${oldest.staffId}` : "/pegawai",
      title: `Jawab permintaan pegawai atas datanya (${requests.length})`,
      reason: "dijawab dalam 3 × 24 jam menurut UU 27/2022",
      day: dayOf(oldest.askedAt, actor.organisation.timeZone),
      ...(isLate && { isLate: true as const }),
    },
  ];
}

async function ofPuskesmas(actor: Actor, now: Date): Promise<FollowUpTask[]> {
  const [unchecked, news] = await Promise.all([countUnchecked(actor), listEscalationNews(actor, now, newsAtMost)]);
  const checks = {
    href: "/tindak-lanjut/periksa",
    title: `Periksa laporan (${unchecked})`,
    reason: "dikirim penanggung jawab lewat tautan pribadi",
    day: null,
  };
  const answers = news.map(({ escalation, outcome, letterNumber, answeredAt }) => ({
    href: `/eskalasi/${escalation.id}`,
    title: `Jawaban Dinkes: ${escalation.item.activity}`,
    reason: [escalationOutcomeNames[outcome].toLowerCase(), letterNumber && `surat ${letterNumber}`]
      .filter(Boolean)
      .join(", "),
    day: dayOf(answeredAt, actor.organisation.timeZone),
  }));
  return unchecked > 0 ? [checks, ...answers] : answers;
}

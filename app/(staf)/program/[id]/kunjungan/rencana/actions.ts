"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/lib/actor";
import { mostTeam } from "@/lib/programmes/fields";
import { roundNotices } from "@/lib/programmes/proposal";
import { findProgramme, listCoverage } from "@/lib/programmes/reads";
import { findRoundContext, saveRound } from "@/lib/programmes/round";
import { roundSchema } from "@/lib/programmes/schema";
import { isDay } from "@/lib/time";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { typedValues } from "@/lib/web/typed-values";
import { proposedValues } from "./proposed-values";

/** Saves all visits of the plan at once; with the other buttons it is checked, or proposed anew around what is kept. */
export async function planRoundAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const intent = form.get("intent");
  if (intent === "periksa")
    return withNotices(actor, id, {
      values: typedValues(form),
      done: "Rencana sudah diperiksa; catatannya ada di tiap baris.",
    });
  if (intent === "usulkan")
    return withNotices(actor, id, {
      values: await proposeAgain(actor, id, form),
      done: "Baris yang tidak ditandai Tetap sudah diusulkan lagi.",
    });
  const parsed = parseForm(roundSchema, form);
  if (!parsed.ok) return withNotices(actor, id, parsed.state);
  const outcome = await saveRound(actor, id, parsed.data);
  if (!outcome.ok) return withNotices(actor, id, refused(outcome, form));
  revalidatePath("/program", "layout");
  redirect(withQuery(`/program/${id}/kunjungan`, { dijadwalkan: outcome.saved }));
}

type Values = NonNullable<FormState["values"]>;

const word = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value : "";
};

function linesOf(values: Values) {
  return Array.from({ length: 200 }, (_, index) => {
    const of = (field: string) => word(values, `rows.${index}.${field}`);
    const team = Array.from({ length: mostTeam }, (__, place) => of(`f${place}`)).filter(Boolean);
    return {
      index,
      key: of("meetingId"),
      visitedId: of("visitedId"),
      day: of("date"),
      team,
      isKept: of("keep") === "ya",
    };
  }).filter(({ key }) => key !== "");
}

async function proposeAgain(actor: Actor, id: string, form: FormData): Promise<Values> {
  const values = typedValues(form);
  const programme = await findProgramme(actor, id);
  if (!programme) notFound();
  const lines = linesOf(values);
  const kept = lines.filter(({ isKept, day }) => isKept && isDay(day));
  const members = await listCoverage(actor, id, new Date());
  const wanted = lines.filter((line) => !kept.includes(line)).map(({ visitedId }) => visitedId);
  const proposal = await proposedValues(actor, programme, members, { wanted, kept });
  for (const { index, visitedId } of lines.filter((line) => !kept.includes(line))) {
    const visit = proposal.visits.find((one) => one.visitedId === visitedId);
    if (!visit) continue;
    values[`rows.${index}.date`] = visit.day;
    for (let place = 0; place < mostTeam; place += 1) values[`rows.${index}.f${place}`] = visit.team[place] ?? "";
  }
  return values;
}

/** The form as it comes back, with what there is to know about the days and teams that now stand in it. */
async function withNotices(actor: Actor, id: string, state: FormState): Promise<FormState> {
  const programme = await findProgramme(actor, id);
  if (!programme || !state.values) return state;
  const { values } = state;
  const included = new Set([values["include[]"] ?? []].flat());
  const [context, members] = await Promise.all([
    findRoundContext(actor, programme),
    listCoverage(actor, id, new Date()),
  ]);
  const rows = linesOf(values)
    .filter(({ key, day }) => included.has(key) && isDay(day))
    .map((line) => ({ ...line, name: members.find((member) => member.id === line.visitedId)?.name ?? "" }));
  const notices = roundNotices(rows, context);
  const words = rows.map(({ index, key }) => [`notices.${index}`, (notices.get(key) ?? []).join("\n")]);
  return { ...state, values: { ...values, ...Object.fromEntries(words) } };
}

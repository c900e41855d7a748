"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Actor } from "@/lib/actor";
import { moveMeeting } from "@/lib/meetings/writes";
import { parseRowKey, rowKey, rowNotices } from "@/lib/meetings/year-plan";
import { findPlanContext } from "@/lib/meetings/year-plan-reads";
import { scheduleSchema, yearPlanSchema } from "@/lib/meetings/year-plan-schema";
import { planYear } from "@/lib/meetings/year-plan-writes";
import { isDay } from "@/lib/time";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";
import { typedValues } from "@/lib/web/typed-values";

/** Saves the plan, or with the other button only says what there is to know about the typed days. */
export async function planYearAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  if (form.get("intent") === "periksa")
    return withNotices(actor, form, {
      values: typedValues(form),
      done: "Tanggal sudah diperiksa; catatannya ada di tiap baris.",
    });
  const parsed = parseForm(yearPlanSchema, form);
  if (!parsed.ok) return withNotices(actor, form, parsed.state);
  const outcome = await planYear(actor, parsed.data);
  if (!outcome.ok) return withNotices(actor, form, refused(outcome, form));
  revalidatePath("/kegiatan");
  redirect(
    withQuery("/kegiatan/rencana", {
      tahun: parsed.data.year,
      tersimpan: outcome.saved,
      terlewat: outcome.skipped.join(","),
    }),
  );
}

/** Drafts of the year, each scheduled by itself: what somebody else moved meanwhile does not hold up the others. */
export async function scheduleDraftsAction(year: number, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(scheduleSchema, form);
  if (!parsed.ok) return parsed.state;
  let scheduled = 0;
  for (const id of parsed.data.drafts) if ((await moveMeeting(actor, id, "schedule")).ok) scheduled += 1;
  revalidatePath("/kegiatan", "layout");
  redirect(withQuery("/kegiatan/rencana", { tahun: year, dijadwalkan: scheduled }));
}

/** The form as it comes back, with notices about the days that now stand in it. */
async function withNotices(actor: Actor, form: FormData, state: FormState): Promise<FormState> {
  const year = Number(form.get("year"));
  if (!Number.isInteger(year) || year < 1990 || year > 2100) return state;
  const included = new Set(form.getAll("include[]").map(String));
  const lines = Array.from({ length: 60 }, (_, index) => {
    const word = (field: string) => String(form.get(`rows.${index}.${field}`) ?? "");
    const row = parseRowKey(`${word("kind")}-${word("period")}`);
    return row && isDay(word("date")) ? [{ ...row, day: word("date"), index }] : [];
  }).flat();
  const notices = rowNotices(
    lines.filter((line) => included.has(rowKey(line))),
    await findPlanContext(actor, year, new Date()),
  );
  const words = lines.map((line) => [`notices.${line.index}`, (notices.get(rowKey(line)) ?? []).join("\n")]);
  return { ...state, values: { ...state.values, ...Object.fromEntries(words) } };
}

"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { holidaysSchema } from "@/lib/holidays/schema";
import { addHolidays, removeHoliday } from "@/lib/holidays/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addHolidaysAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(holidaysSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addHolidays(actor, parsed.data.days);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengaturan/libur");
  const year = parsed.data.days[0]?.day.slice(0, 4) ?? "";
  redirect(`/pengaturan/libur?tahun=${year}&tersimpan=${outcome.saved}`);
}

export async function removeHolidayAction(day: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await removeHoliday(actor, day, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Hari libur dihapus.", { undoId });
  revalidatePath("/pengaturan/libur");
  redirect(`/pengaturan/libur?tahun=${day.slice(0, 4)}`);
}

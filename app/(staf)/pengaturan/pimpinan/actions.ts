"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { chooseHeadSeat } from "@/lib/directory/head-seat";
import { newSeatSchema } from "@/lib/directory/schema";
import { addSeat } from "@/lib/directory/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

const choiceSchema = z.object({ seatId: z.uuid({ error: "Pilih jabatannya" }) });

export async function chooseHeadSeatAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(choiceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await chooseHeadSeat(actor, parsed.data.seatId);
  return outcome.ok ? back() : refused(outcome, form);
}

export async function addHeadSeatAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newSeatSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addSeat(actor, { ...parsed.data, isOfficeHead: true });
  return outcome.ok ? back() : refused(outcome, form);
}

async function back(): Promise<never> {
  revalidatePath("/pengaturan/pimpinan");
  await tell("Pimpinan tersimpan.");
  redirect("/pengaturan/pimpinan");
}

"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { newTokenSchema } from "@/lib/api-tokens/schema";
import { createToken, revokeToken } from "@/lib/api-tokens/writes";
import { formatDayLong } from "@/lib/time";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { refusedTyped, requireSignedIn } from "@/lib/web/second-step";
import { requireActor } from "@/lib/web/session";

export async function createTokenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(newTokenSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await createToken(actor, parsed.data);
  if (!outcome.ok) return refusedTyped("/akun/token", outcome, form);
  revalidatePath("/akun/token");
  return {
    done: `Token “${parsed.data.name}” dibuat, berlaku sampai ${formatDayLong(outcome.expiresAt.toISOString().slice(0, 10))}. Salin sekarang: Lokmin tidak menyimpannya dan tidak dapat menampilkannya lagi.`,
    secret: { label: "Token", text: outcome.token },
  };
}

export async function revokeTokenAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await revokeToken(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Token dicabut.");
  revalidatePath("/akun/token");
  redirect("/akun/token");
}

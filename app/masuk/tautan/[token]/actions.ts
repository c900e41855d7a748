"use server";

import { redirect } from "next/navigation";
import { take } from "@/lib/http/rate-limits";
import { spendLink } from "@/lib/users/links";
import { newPasswordSchema } from "@/lib/users/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { clientAddress } from "@/lib/web/session";

export async function savePasswordAction(token: string, _state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(newPasswordSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await spendLink(token, parsed.data.newPassword);
  if (!outcome.ok) {
    if (!outcome.field && !(await take("wrongSignInLink", await clientAddress())))
      return { message: "Terlalu banyak percobaan dari jaringan ini. Tunggu 15 menit, lalu coba lagi." };
    return refused(outcome, form);
  }
  redirect("/masuk?baru");
}

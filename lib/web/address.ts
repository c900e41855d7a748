import { headers } from "next/headers";
import { offlineTrouble, signInTrouble } from "@/lib/web/address-rules";

async function opened() {
  const sent = await headers();
  return { host: sent.get("host") ?? "", scheme: sent.get("x-forwarded-proto")?.split(",")[0]?.trim() ?? null };
}

/** Why signing in cannot work at the address this page was opened by; null where it can. */
export async function whyNoSignIn(): Promise<string | null> {
  return signInTrouble(await opened(), process.env.APP_URL ?? "");
}

/** Why the roll call will not open again without a network at this address; null where it will. */
export async function whyNotOffline(): Promise<string | null> {
  return offlineTrouble(await opened(), process.env.APP_URL ?? "");
}

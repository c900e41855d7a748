import { headers } from "next/headers";
import { log } from "@/lib/log";

/** For the log: which fields of a form were refused, never what was typed, nor a name that somebody made up. */
export async function noteRefusedForm(fields: readonly PropertyKey[], reason: "bentuk" | "aturan"): Promise<void> {
  const names = [...new Set(fields.map((name) => (/^[a-z]{1,40}$/i.test(String(name)) ? String(name) : "?")))];
  log.info({ request: await requestId(), fields: names.slice(0, 20), reason }, "isian ditolak");
}

async function requestId(): Promise<string | null> {
  try {
    return (await headers()).get("x-request-id");
  } catch {
    // A form that is read outside of a request.
    return null;
  }
}

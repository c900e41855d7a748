// The Cloud API of WhatsApp Business: one approved template to one number.
import { z } from "zod";
import { type Refusal, refuse } from "@/lib/actor";
import { log } from "@/lib/log";
import { refusalOf, type Trouble } from "@/lib/whatsapp/errors";
import type { WhatsappSettings } from "@/lib/whatsapp/settings";

export type TemplateMessage = {
  /** Comes back with each status of the message. */
  deliveryId: string;
  to: string;
  parameters: readonly string[];
};

export type WhatsappOutcome = { ok: true; messageId: string } | (Refusal & Trouble);

const waitMs = 15_000;

const takenSchema = z.object({ messages: z.tuple([z.object({ id: z.string().min(1) })]).rest(z.unknown()) });
const errorSchema = z.object({ error: z.object({ code: z.number() }) });

export async function sendTemplate(settings: WhatsappSettings, message: TemplateMessage): Promise<WhatsappOutcome> {
  try {
    const response = await fetch(`${settings.url}/messages`, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(waitMs),
      headers: { Authorization: `Bearer ${settings.token}`, "Content-Type": "application/json" },
      body: JSON.stringify(bodyOf(settings, message)),
    });
    return outcomeOf(response.status, await readJson(response));
  } catch (error) {
    return silence(error);
  }
}

const bodyOf = ({ template }: WhatsappSettings, { deliveryId, to, parameters }: TemplateMessage) => ({
  messaging_product: "whatsapp",
  recipient_type: "individual",
  to,
  type: "template",
  template: {
    name: template,
    language: { code: "id" },
    components: [{ type: "body", parameters: parameters.map((text) => ({ type: "text", text: oneLine(text) })) }],
  },
  biz_opaque_callback_data: deliveryId,
});

/** The API refuses a parameter with a line break, a tab or more than four spaces in a row. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim() || "-";
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function outcomeOf(status: number, answer: unknown): WhatsappOutcome {
  const taken = status >= 200 && status < 300 ? takenSchema.safeParse(answer).data : undefined;
  if (taken) return { ok: true, messageId: taken.messages[0].id };
  const refused = errorSchema.safeParse(answer).data;
  log.warn({ status, code: refused?.error.code }, "pesan WhatsApp tidak diterima");
  if (refused) return refusalOf(refused.error.code, status);
  // Neither taken nor refused in words of the API, as a gateway in between may answer.
  if (status < 300 || status >= 500) return { ...unanswered, isServerFault: true, isUncertain: true };
  return { ...refusalOf(0, status), isServerFault: true, isTemporary: true };
}

const unanswered = refuse("WhatsApp tidak menjawab. Periksa jaringan, atau coba lagi nanti.");

const neverConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT/;

function silence(error: unknown): WhatsappOutcome {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  log.warn({ code }, "WhatsApp tidak menjawab");
  return neverConnected.test(code)
    ? { ...unanswered, isServerFault: true, isTemporary: true }
    : { ...unanswered, isServerFault: true, isUncertain: true };
}

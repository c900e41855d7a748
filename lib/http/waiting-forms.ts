import { newToken } from "@/lib/secrets";

/** A form whose sender's session had ended: it waits until he has signed in again, and is never sent by itself. */
export type WaitingForm = {
  userId: string;
  path: string;
  fields: [name: string, value: string][];
  hadFile: boolean;
};

/** @property isKnown its browser still has the cookie of a session of that user, if an ended one */
type From = { network: string; isKnown: boolean };
type Kept = WaitingForm & From & { bytes: number; until: number };

const minutes = 15;
export const waitingSeconds = minutes * 60;
const mostBytes = { known: 8 * 1024 * 1024, unknown: 1024 * 1024 };
const mostPerNetwork = 16;

// In development Next's routes are bundled apart from the server around them.
const shared = globalThis as { lokminWaitingForms?: Map<string, Kept> };
shared.lokminWaitingForms ??= new Map();
const forms = shared.lokminWaitingForms;

/** Pushes out only forms of its like: strangers have a small place of their own. @returns the token of the browser */
export function keepWaitingForm(form: WaitingForm, from: From, now = Date.now()): string {
  for (const [token, { until }] of forms) if (until <= now) forms.delete(token);
  const bytes = form.fields.reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 200);
  const alike = [...forms].filter(([, kept]) => kept.isKnown === from.isKnown);
  const ofNetwork = alike.filter(([, kept]) => kept.network === from.network);
  for (const [token] of ofNetwork.slice(0, Math.max(0, ofNetwork.length - mostPerNetwork + 1))) forms.delete(token);
  const left = alike.filter(([token]) => forms.has(token));
  let all = left.reduce((sum, [, kept]) => sum + kept.bytes, bytes);
  for (const [token, kept] of left) {
    if (all <= mostBytes[from.isKnown ? "known" : "unknown"]) break;
    forms.delete(token);
    all -= kept.bytes;
  }
  const token = newToken();
  forms.set(token, { ...form, ...from, bytes, until: now + waitingSeconds * 1000 });
  return token;
}

/** The form behind a browser's token, for the user who filled it and nobody else. */
export function findWaitingForm(token: string | undefined, userId: string, now = Date.now()): WaitingForm | null {
  const kept = token === undefined ? undefined : forms.get(token);
  return kept && kept.userId === userId && kept.until > now ? kept : null;
}

import type { IncomingMessage } from "node:http";
import { parseForm } from "@/lib/documents/upload";
import { withBody } from "@/lib/http/body-limits";
import type { PageResponse } from "@/lib/http/page-response";
import { isSameOrigin } from "@/lib/http/plain-http";
import { countParts, isMultipart } from "@/lib/http/upload";
import { keepWaitingForm, type WaitingForm, waitingSeconds } from "@/lib/http/waiting-forms";
import { hadSession } from "@/lib/sessions/reads";
import { cookieIn, hostCookie, isSecure, sessionCookie } from "@/lib/web/session-cookie";
import { writerField } from "@/lib/web/writer-field";

export const waitingPath = "/masuk/isian";
export const waitingCookie = () => hostCookie("lokmin.isian");

const mostFields = 2000;

/** @returns the request to go on with; null where it is answered */
export async function keepLateForm(
  request: IncomingMessage,
  response: PageResponse,
  { isSignedIn }: { isSignedIn: (request: IncomingMessage) => Promise<boolean> },
): Promise<IncomingMessage | null> {
  const type = String(request.headers["content-type"] ?? "");
  const path = request.url ?? "";
  if (request.method !== "POST" || !isMultipart(type) || /^\/(masuk|pasang|akun\/(konfirmasi|keamanan))\b/.test(path))
    return request;
  if (!isOwnForm(request) || (await isSignedIn(request))) return request;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const form = await readLateForm(type, Buffer.concat(parts));
  if (!form) return withBody(request, parts);
  const isKnown = await hadSession(cookieIn(request.headers.cookie ?? "", sessionCookie()), form.userId);
  const network = String(request.headers["x-client-address"] ?? "");
  const token = await keepWaitingForm({ ...form, path }, { network, isKnown });
  const cookie = `${waitingCookie()}=${token}; Path=/; Max-Age=${waitingSeconds}; HttpOnly; SameSite=Strict`;
  response.writeHead(303, {
    Location: `/masuk?lanjut=${waitingPath}`,
    "Set-Cookie": isSecure() ? `${cookie}; Secure` : cookie,
    "Cache-Control": "no-store",
  });
  response.end();
  return null;
}

/** Another site could fill in a form and have it kept for a user who has only to press the button: none of its are. */
function isOwnForm({ headers, url = "" }: IncomingMessage): boolean {
  const { origin = "", host = "", "sec-fetch-site": site } = headers;
  return !url.startsWith("//") && isSameOrigin({ site: String(site ?? ""), origin, host }, { takesNull: false });
}

/** null where it does not say whose it is, or holds a password. */
async function readLateForm(type: string, bytes: Buffer): Promise<Omit<WaitingForm, "path"> | null> {
  if (countParts(type, bytes, mostFields) > mostFields) return null;
  const form = await parseForm(type, bytes);
  const userId = form?.get(writerField);
  if (!form || typeof userId !== "string") return null;
  const fields: WaitingForm["fields"] = [];
  let hadFile = false;
  for (const [name, value] of form) {
    if (/password/i.test(name)) return null;
    if (typeof value === "string") fields.push([name, value]);
    else if (value.size > 0) hadFile = true;
  }
  return { userId, fields, hadFile };
}

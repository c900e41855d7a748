import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { admitBody, isReadable } from "@/lib/http/body-limits";
import { failurePage } from "@/lib/http/failure-page";
import { answerEarly, commonHeaders, contentSecurityPolicy, shutPolicy } from "@/lib/http/headers";
import { refuseForeignOrigin } from "@/lib/http/origin";
import type { Failure, PageResponse } from "@/lib/http/page-response";
import { isMarkedUnavailable } from "@/lib/http/unavailable-requests";
import { log } from "@/lib/log";
import { findSession } from "@/lib/sessions/reads";
import { keepLateForm } from "@/lib/web/late-form";
import { cookieIn, sessionCookie } from "@/lib/web/session-cookie";

/** What Next knows; it fails over the others. */
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

type NextTurn = { dev: boolean; id: string; handle: (request: IncomingMessage) => Promise<void> };

export async function answerWithNext(
  request: IncomingMessage,
  response: PageResponse,
  { dev, id, handle }: NextTurn,
): Promise<void> {
  response.setHeader("X-Request-Id", id);
  if (!methods.has(request.method ?? "")) {
    answerEarly(response, 405, id, { more: { Allow: [...methods].join(", ") } });
    return;
  }
  if (!isReadable(request.url?.split("?", 1)[0] ?? "")) {
    answerEarly(response, 404, id);
    return;
  }
  const foreign = refuseForeignOrigin(request);
  if (foreign) {
    log.warn({ request: id, host: request.headers.host, reason: foreign }, "kiriman dari situs lain ditolak");
    answerEarly(response, 403, id, { help: foreign, isData: request.url?.startsWith("/api/") });
    request.resume();
    return;
  }
  const whole = await admitBody(request, response, { id, isSignedIn });
  if (!whole) return;
  const admitted = isDocument(whole) ? await keepLateForm(whole, response, { isSignedIn }) : whole;
  if (!admitted) return;
  const nonce = randomBytes(16).toString("base64");
  // Next reads the nonce from this header of the request and puts it on every script it writes.
  const policy = contentSecurityPolicy(nonce, dev);
  admitted.headers["content-security-policy"] = policy;
  admitted.headers["x-address"] = request.url;
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  response.setHeader("Referrer-Policy", "same-origin");
  // Next keeps what is set here over what a route says, and people's files bring a stricter one of their own.
  const bringsPolicy = /^\/(berkas|surat\/[^/]+\/[^/]+\/salinan)\//.test(request.url ?? "");
  const isStatic = request.url?.startsWith("/_next/static/");
  if (!bringsPolicy) response.setHeader("Content-Security-Policy", isStatic ? shutPolicy : policy);
  gatherPage(admitted, response, id);
  await handle(admitted);
}

async function isSignedIn({ headers }: IncomingMessage): Promise<boolean> {
  return (await findSession(cookieIn(headers.cookie, sessionCookie()))) !== null;
}

/** Next answers a missing or failed page with an empty document that only its script fills, a device with nothing. */
function gatherPage(request: IncomingMessage, response: PageResponse, id: string): void {
  const isWhole = isDocument(request);
  const isData = request.url?.startsWith("/api/") ?? false;
  if (request.method === "HEAD" || !(isWhole || isData || request.headers.rsc || request.headers["next-action"]))
    return;
  const isUnavailable = () => isMarkedUnavailable(id);
  if (isData) {
    response.gather({ gzip: false, failure: (status) => failedData(status, isUnavailable()), isUnavailable });
    return;
  }
  const gzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  // Compressed here, once.
  delete request.headers["accept-encoding"];
  const wasSending = request.method === "POST";
  const failure = (status: number) => ({
    type: "text/html",
    body: failurePage(status, id, { wasSending, isUnavailable: isUnavailable() }),
  });
  // Where the payload of a navigation is no success, Next's client asks for the page as a whole, which has the words.
  const isPayload = Boolean(request.headers.rsc) && !request.headers["next-action"];
  response.gather({ gzip, failure: isWhole ? failure : null, isUnavailable, isPayload });
}

/** A device keeps what it could not send and tries again; what a route says itself stays. */
function failedData(status: number, isUnavailable: boolean): Failure | null {
  if (status !== 500 && !isUnavailable) return null;
  const reason = isUnavailable ? "Basis data sedang sibuk atau berhenti sebentar" : "Gangguan pada server";
  return { type: "application/json", body: JSON.stringify({ reason }) };
}

function isDocument(request: IncomingMessage): boolean {
  return (
    !request.headers.rsc &&
    !request.headers["next-action"] &&
    !request.url?.startsWith("/_next/") &&
    !request.url?.startsWith("/api/") &&
    /text\/html/.test(request.headers.accept ?? "")
  );
}

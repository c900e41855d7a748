import type { IncomingMessage, ServerResponse } from "node:http";
import { failurePage } from "@/lib/http/failure-page";
import { isUnavailable } from "@/lib/unavailable";

export const commonHeaders: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
  ...(process.env.APP_URL?.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
};

export const shutPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const earlyHeaders: Record<string, string> = {
  ...commonHeaders,
  "Content-Security-Policy": shutPolicy,
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
};

/** An answer of the server's own, before anybody else has looked at the request. */
export function answerEarly(
  response: ServerResponse,
  status: number,
  id: string,
  { isData = false, help, more = {} }: { isData?: boolean; help?: string; more?: Record<string, string> } = {},
): void {
  const type = isData ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
  response.writeHead(status, { ...earlyHeaders, "X-Request-Id": id, "Content-Type": type, ...more });
  response.end(
    isData ? JSON.stringify({ reason: help ?? "Permintaan ditolak" }) : failurePage(status, id, { words: help }),
  );
}

export function answerFailed(request: IncomingMessage, response: ServerResponse, id: string, error: unknown): void {
  const isBusy = isUnavailable(error);
  response.writeHead(isBusy ? 503 : 500, {
    ...earlyHeaders,
    "Content-Type": "text/html; charset=utf-8",
    "X-Request-Id": id,
    ...(isBusy ? { "Retry-After": "10" } : {}),
  });
  response.end(failurePage(isBusy ? 503 : 500, id, { wasSending: request.method === "POST", isUnavailable: isBusy }));
}

export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    // Development only: React rebuilds server stacks with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

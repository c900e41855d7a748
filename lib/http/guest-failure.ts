import { failurePage } from "@/lib/http/failure-page";
import { shutPolicy } from "@/lib/http/headers";
import { header, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";

type Answer = (request: PlainRequest) => Promise<PlainReply>;

export function forGuests(answer: Answer): Answer {
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      const id = header(request, "x-request-id");
      log.error({ request: id, err: error }, "permintaan gagal");
      const status = isUnavailable(error) ? 503 : 500;
      return {
        status,
        headers: {
          "Content-Type": "text/html; charset=utf-8",
          "Cache-Control": "no-store",
          "Referrer-Policy": "no-referrer",
          "Content-Security-Policy": shutPolicy.replace("form-action 'none'", "form-action 'self'"),
          "X-Robots-Tag": "noindex",
          ...(status === 503 ? { "Retry-After": "10" } : {}),
        },
        body: failurePage(status, id, { isGuest: true, ...sentBy(request) }),
      };
    }
  };
}

/** A form without files can be sent again from here; files are only in the browser. */
function sentBy({ method, path, body, upload }: PlainRequest) {
  if (method !== "POST") return {};
  return { wasSending: true, ...(upload ? {} : { sent: { path, fields: new URLSearchParams(body) } }) };
}

import type { Instrumentation } from "next";
import { isUnavailable, unavailableDigest } from "@/lib/unavailable";
import { markUnavailable } from "@/lib/web/unavailable-requests";

/** Every error Next catches, with the id the person sees: the request's on a whole page, the digest in the client. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "edge") return;
  // The same error comes again when the page made of it is written.
  if (isLabelled(error)) return;
  // Before anything is waited for: Next sends the digest that the error has when this returns.
  if (isUnavailable(error)) label(error, String(request.headers["x-request-id"]));
  const { log, loggablePath, redactText } = await import("@/lib/log");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  log.error(
    {
      request: request.headers["x-request-id"],
      digest,
      path: loggablePath(request.path),
      route: context.routePath,
      error: redactText(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    },
    "kesalahan pada server",
  );
};

const isLabelled = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith(unavailableDigest);

function label(error: unknown, requestId: string): void {
  markUnavailable(requestId);
  if (error instanceof Error) Object.assign(error, { digest: `${unavailableDigest}${requestId}` });
}

import type { Instrumentation } from "next";
import { markUnavailable } from "@/lib/http/unavailable-requests";
import { isUnavailable, labelUnavailable } from "@/lib/unavailable";

/** Every error Next catches, with the id the person sees: the request's on a whole page, the digest in the client. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "edge") return;
  if (isUnavailable(error)) markUnavailable(String(request.headers["x-request-id"]));
  // Next reads the digest again after this hook, and its client shows by it what happened.
  if (request.headers.rsc || request.headers["next-action"]) labelUnavailable(error);
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

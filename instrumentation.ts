import type { Instrumentation } from "next";
import { markUnavailable } from "@/lib/http/unavailable-requests";
import { isUnavailable } from "@/lib/unavailable";

/** Every error Next catches, with the id the person sees: the request's on a whole page, the digest in the client. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "edge") return;
  if (isUnavailable(error)) markUnavailable(String(request.headers["x-request-id"]));
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

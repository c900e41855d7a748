import { createHash } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { openApiDocument } from "@/lib/api/document";
import { WrongCursor } from "@/lib/api/paging";
import { type Problem, problems, wrongParameters } from "@/lib/api/problem";
import { resources } from "@/lib/api/resources";
import { findActorOfToken } from "@/lib/api-tokens/reads";
import { bearerSecret } from "@/lib/api-tokens/rules";
import { takeScope } from "@/lib/database-scope";
import { header, type PlainReply, type PlainRequest } from "@/lib/http/plain-http";
import { take } from "@/lib/http/rate-limits";
import { log } from "@/lib/log";
import { isUnavailable } from "@/lib/unavailable";
import { version } from "@/package.json";

/** The read-only API: whose token it is, is asked again at every request, and every list reads as the pages do. */
export async function answerApi(request: PlainRequest): Promise<PlainReply> {
  try {
    return await answer(request);
  } catch (error) {
    if (error instanceof WrongCursor) return refused(problems.wrongCursor);
    log.error({ request: header(request, "x-request-id"), err: error }, "permintaan gagal");
    return isUnavailable(error) ? refused(problems.unavailable, { "Retry-After": "10" }) : refused(problems.failed);
  }
}

async function answer(request: PlainRequest): Promise<PlainReply> {
  if (request.method !== "GET" && request.method !== "HEAD") return refused(problems.onlyGet, { Allow: "GET, HEAD" });
  const { pathname, searchParams } = new URL(request.path, "http://localhost");
  const path = pathname.replace(/^\/api\/v1\/?/, "");
  if (path === "openapi.json") return answerDocument(request);
  const reader = await readerOf(request);
  if ("problem" in reader) return reader.problem;
  const resource = resources.find((one) => one.path === path);
  if (!resource) return refused(problems.noSuch);
  const answered = await resource.answer(reader.actor, Object.fromEntries(searchParams));
  return answered.ok ? json(200, answered.page) : refused(wrongParameters(answered.issues));
}

async function readerOf(request: PlainRequest): Promise<{ actor: Actor } | { problem: PlainReply }> {
  const secret = bearerSecret(header(request, "authorization"));
  const found = secret ? await findActorOfToken(secret) : null;
  if (!found) {
    // A right token works whatever its network guessed.
    const isPatient = await take("wrongApiToken", request.address);
    return {
      problem: isPatient
        ? refused(problems.noToken, { "WWW-Authenticate": 'Bearer realm="Lokmin"' })
        : refused(problems.tooMany, { "Retry-After": "60" }),
    };
  }
  if (!(await take("apiToken", found.id))) return { problem: refused(problems.tooMany, { "Retry-After": "60" }) };
  takeScope(found.actor);
  return { actor: found.actor };
}

/** The same for everybody, so that it may be kept and asked about; lists are nobody's to keep. */
function answerDocument(request: PlainRequest): PlainReply {
  const body = JSON.stringify(openApiDocument(process.env.APP_URL ?? "", version));
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ...common, "Cache-Control": "no-cache", ETag: etag, "Content-Type": "application/json" };
  const isKnown = header(request, "if-none-match")
    .split(",")
    .some((tag) => tag.trim() === etag);
  return isKnown ? { status: 304, headers, body: "" } : { status: 200, headers, body };
}

const common = { "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer" };

function json(status: number, body: unknown, more: Record<string, string> = {}): PlainReply {
  const headers = { ...common, "Content-Type": "application/json", "Cache-Control": "private, no-store", ...more };
  return { status, headers, body: JSON.stringify(body) };
}

function refused(problem: Problem, more: Record<string, string> = {}): PlainReply {
  return json(problem.status, problem, { "Content-Type": "application/problem+json", ...more });
}

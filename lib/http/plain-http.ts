import { isMultipart, readUploadBody, type UploadBody } from "@/lib/http/upload";

// HTTP as a request handler sees it, whether the server calls it before Next or a route of Next does.

export type PlainRequest = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  address: string;
  body: string;
  upload?: (limit?: number) => Promise<UploadBody>;
};

export type PlainReply = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Sent as it is, instead of the body. */
  file?: Uint8Array<ArrayBuffer>;
};

export function header(request: PlainRequest, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/**
 * "null" comes from pages without referrer, as personal links are, but from a foreign frame too: refused where a
 * session is made.
 */
export function isSameOrigin(
  headers: { site: string; origin: string; host: string },
  { takesNull = true }: { takesNull?: boolean } = {},
): boolean {
  if (headers.site) return headers.site === "same-origin" || headers.site === "none";
  if (!headers.origin) return true;
  if (headers.origin === "null") return takesNull;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

/** The same handler behind Next's route: what a request of the fetch standard asks, plainly answered. */
export async function answerPlainly(
  request: Request,
  answer: (request: PlainRequest) => Promise<PlainReply>,
): Promise<Response> {
  const url = new URL(request.url);
  const { body: stream } = request;
  const hasFile = stream !== null && isMultipart(request.headers.get("content-type") ?? "");
  const { status, headers, body, file } = await answer({
    method: request.method,
    path: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    address: request.headers.get("x-client-address") ?? "",
    body: request.method === "POST" && !hasFile ? (await request.text()).slice(0, 16_384) : "",
    ...(hasFile ? { upload: (limit) => readUploadBody(stream, limit) } : {}),
  });
  return new Response(file ?? (body || null), { status, headers });
}

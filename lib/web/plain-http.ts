// What a page outside Next needs of HTTP: the same handler serves the server's fast door and a route handler.

export type PlainRequest = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  /** Address of whoever asks, for rate limits only. */
  address: string;
  /** The body as text; empty for GET. */
  body: string;
};

export type PlainReply = {
  status: number;
  headers: Record<string, string>;
  body: string;
};

export function header(request: PlainRequest, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/**
 * Whether a POST comes from a page of ours. Browsers say so themselves (Sec-Fetch-Site); older ones send an
 * Origin, which is "null" from a page without referrer.
 */
export function isSameOrigin(headers: { site: string; origin: string; host: string }): boolean {
  if (headers.site) return headers.site === "same-origin" || headers.site === "none";
  if (!headers.origin || headers.origin === "null") return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

/** The same handler behind Next's route: what a request of the fetch standard asks, plainly answered. */
export async function answerPlainly(
  request: Request,
  answer: (request: PlainRequest) => Promise<PlainReply>,
): Promise<Response> {
  const url = new URL(request.url);
  const { status, headers, body } = await answer({
    method: request.method,
    path: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    address: request.headers.get("x-client-address") ?? "",
    body: request.method === "POST" ? (await request.text()).slice(0, 16_384) : "",
  });
  return new Response(body || null, { status, headers });
}

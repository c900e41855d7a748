import type { PlainRequest } from "@/lib/web/plain-http";
import { answerInvitee } from "./invitee";

// The way through Next, for development: it reloads what is edited. In production the server answers the same
// handler before Next sees the request (see lib/web/server.ts).

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const plain: PlainRequest = {
    method: request.method,
    path: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    address: request.headers.get("x-client-address") ?? "",
    body: request.method === "POST" ? (await request.text()).slice(0, 16_384) : "",
  };
  const { status, headers, body } = await answerInvitee(plain);
  return new Response(body || null, { status, headers });
}

export { answer as GET, answer as POST };

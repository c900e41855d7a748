import { answerPlainly } from "@/lib/http/plain-http";
import { answerInvitee } from "./invitee";

// The way through Next, for development: it reloads what is edited. In production the server answers the same
// handler before Next sees the request (see lib/web/server.ts).

function answer(request: Request): Promise<Response> {
  return answerPlainly(request, answerInvitee);
}

export { answer as GET, answer as POST };

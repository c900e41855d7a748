import { answerPlainly } from "@/lib/http/plain-http";
import { answerInvitee } from "../invitee";

function answer(request: Request): Promise<Response> {
  return answerPlainly(request, answerInvitee);
}

export { answer as GET };

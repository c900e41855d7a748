import { answerPlainly } from "@/lib/http/plain-http";
import { answerInvitee } from "../../invitee";

// In development alone, as the page of the invitation.
function answer(request: Request): Promise<Response> {
  return answerPlainly(request, answerInvitee);
}

export { answer as GET, answer as POST };

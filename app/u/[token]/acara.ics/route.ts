import { answerPlainly } from "@/lib/http/plain-http";
import { answerInvitee } from "../invitee";

export function GET(request: Request): Promise<Response> {
  return answerPlainly(request, answerInvitee);
}

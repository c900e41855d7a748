import { answerPlainly } from "@/lib/web/plain-http";
import { answerInvitee } from "../invitee";

export function GET(request: Request): Promise<Response> {
  return answerPlainly(request, answerInvitee);
}

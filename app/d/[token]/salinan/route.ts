import { answerPlainly } from "@/lib/http/plain-http";
import { answerOwnRecord } from "../own-record";

export function GET(request: Request): Promise<Response> {
  return answerPlainly(request, answerOwnRecord);
}

import { answerPlainly } from "@/lib/http/plain-http";
import { answerOwnRecord } from "./own-record";

// The way through Next, for development; in production the server answers the same handler itself.

function answer(request: Request): Promise<Response> {
  return answerPlainly(request, answerOwnRecord);
}

export { answer as GET, answer as POST };

import { answerPlainly } from "@/lib/http/plain-http";
import { answerCheckIn } from "./check-in";

// The way through Next, for development; in production the server answers the same handler itself.

function answer(request: Request): Promise<Response> {
  return answerPlainly(request, answerCheckIn);
}

export { answer as GET, answer as POST };

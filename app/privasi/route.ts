import { answerPlainly } from "@/lib/http/plain-http";
import { answerPrivacy } from "./privacy";

// The way through Next, for development; in production the server answers the same handler itself.

export function GET(request: Request): Promise<Response> {
  return answerPlainly(request, answerPrivacy);
}
